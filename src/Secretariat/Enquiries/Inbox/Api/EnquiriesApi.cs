using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web.Api;

namespace Secretariat.Enquiries.Inbox.Api;

/// <summary><c>GET /api/v1/enquiries</c>: what was asked and what became of it, without who asked.</summary>
public sealed class EnquiriesApi : IApiPart
{
    /// <param name="State">"new", "handed-over", "waiting" or "closed".</param>
    /// <param name="Area">The first half of the postcode, where one was given.</param>
    /// <param name="Member">The code of the member that answered, when one did.</param>
    public sealed record Asked(Guid Id, string Number, string Channel, string State, string? Theme, string? Area, DateTimeOffset ReceivedAt, DateOnly Due, DateTimeOffset? AnsweredAt, string? ClosedAs, DateTimeOffset? ClosedAt, string? Member);

    /// <param name="After">Pass it as <c>after</c> for the next page; null on the last.</param>
    public sealed record Page(IReadOnlyList<Asked> Items, Guid? After);

    public void Map(RouteGroupBuilder api) => api.MapGet("/enquiries", List).RequireAuthorization(Rights.UseDesk).WithName("enquiries").WithTags("Enquiries")
        .WithSummary("The enquiries").WithDescription("What people from outside asked and what became of it. Who asked, and their words, stay on the desk.").ProducesProblem(400);

    private static async Task<Results<Ok<Page>, ProblemHttpResult>> List(Db db, CancellationToken ct,
        [Description("The last page’s “after”; nothing for the first page.")] Guid? after = null, [Range(1, 200), Description("How many at most.")] int limit = 100)
    {
        if (limit is < 1 or > 200) return TypedResults.Problem(statusCode: 400, detail: "“limit” is a number from 1 to 200.");
        var rows = await db.Set<Enquiry>().AsNoTracking().Where(e => after == null || e.Id > after).OrderBy(e => e.Id).Take(limit + 1).ToListAsync(ct);
        var codes = await db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Member).ToDictionaryAsync(o => o.Id, o => o.Code, ct);
        return TypedResults.Ok(new Page([.. rows.Take(limit).Select(e => new Asked(e.Id, e.Reference, Code(e.Channel), Code(e.State), e.Theme, e.Area, e.ReceivedAt, e.Due, e.AnsweredAt, e.ClosedAs is { } end ? Code(end) : null, e.ClosedAt,
            e.AnsweredBy is { } member ? codes.GetValueOrDefault(member) : null))], rows.Count > limit ? rows[limit - 1].Id : null));
    }

    /// <summary>"answered-by-us"</summary>
    private static string Code<T>(T value) where T : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
