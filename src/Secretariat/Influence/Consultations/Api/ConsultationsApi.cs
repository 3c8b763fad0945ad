using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Platform.Web.Api;

namespace Secretariat.Influence.Consultations.Api;

/// <summary><c>GET /api/v1/consultations</c></summary>
public sealed class ConsultationsApi : IApiPart
{
    /// <param name="Kind">"consultation" or "research".</param>
    /// <param name="Course">"collective", "themselves" or "leave"; null while nothing is decided.</param>
    /// <param name="Round">The round that puts the text to members.</param>
    /// <param name="Released">When a response left under its mandate.</param>
    public sealed record Shown(Guid Id, string Kind, string Title, string? Organisation, DateOnly OpenedOn, DateOnly? Deadline, string? Theme, bool? Important, string? Course, Guid? Views, Guid? Round, string? Whose, DateTimeOffset? Released, int OwnAnswers);

    /// <param name="After">Pass it as <c>after</c> for the next page; null on the last.</param>
    public sealed record ConsultationPage(IReadOnlyList<Shown> Items, Guid? After);

    public void Map(RouteGroupBuilder api) =>
        api.MapGet("/consultations", Consultations).RequireAuthorization(Rights.UseDesk).WithName("consultations").WithTags("Influence")
            .WithSummary("Consultations and research").WithDescription("What was taken up, what was decided, and whether an answer left under a mandate. No words of a draft or a round.").ProducesProblem(400);

    private static async Task<Results<Ok<ConsultationPage>, ProblemHttpResult>> Consultations(Db db, Sites sites, TimeProvider clock, CancellationToken ct,
        [Description("The last page’s “after”; nothing for the first page.")] Guid? after = null, [Range(1, 200), Description("How many at most.")] int limit = 100)
    {
        if (limit is < 1 or > 200) return TypedResults.Problem(statusCode: 400, detail: "“limit” is too large, or less than 1.");
        var rows = await db.Set<Consultation>().AsNoTracking().Where(c => after == null || c.Id > after).OrderBy(c => c.Id).Take(limit + 1).ToListAsync(ct);
        var stands = await ConsultationStand.Read(db, [.. rows.Take(limit)], sites.Today(clock), ct);
        var by = rows.Select(c => c.Organisation).OfType<Guid>().ToList();
        var names = await db.Set<Organisation>().Where(o => by.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Code, ct);
        return TypedResults.Ok(new ConsultationPage([.. stands.Select(s => new Shown(s.Of.Id, s.Of.Kind.ToString().ToLowerInvariant(), s.Of.Title, s.Of.Organisation is { } body ? names.GetValueOrDefault(body) : null, s.Of.OpenedOn, s.Of.Deadline, s.Of.Theme, s.Of.Important,
            s.Of.Course?.ToString().ToLowerInvariant(), s.Of.Views, s.Of.Round, s.Mandate?.Whose, s.Released?.At, s.Submissions))], rows.Count > limit ? rows[limit - 1].Id : null));
    }
}
