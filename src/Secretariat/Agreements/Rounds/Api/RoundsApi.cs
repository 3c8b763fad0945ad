using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Platform.Web.Api;

namespace Secretariat.Agreements.Rounds.Api;

/// <summary><c>GET /api/v1/rounds</c>, <c>/rounds/ID/responses</c> and <c>/mandates</c></summary>
public sealed class RoundsApi : IApiPart
{
    /// <param name="Corrections">Who may pass corrections that change no meaning, as the round said when it opened; empty when nobody may.</param>
    public sealed record Asked(Guid Id, string Kind, string Title, string About, string Rule, string State, string Hash, DateTimeOffset? OpenedAt, DateTimeOffset ClosesAt, string? Outcome, string? Why, string? Whose, string Corrections);

    public sealed record Said(Guid Id, int Number, string Member, string Answer, string? Reason, string? Comment, string? Passage, string? Choice, long? AmountPence, string Hash, string Capacity, string How, bool Late, DateTimeOffset At);

    /// <param name="By">"members" or "board": whose agreement it is. The Board's lets nothing out in the members' name.</param>
    /// <param name="State">"in-force", "expired", "withdrawn", or "to-be-confirmed" when a restored backup does not know which.</param>
    public sealed record Allowed(Guid Id, string Subject, string Hash, string Rule, string By, string Whose, IReadOnlyList<string> Agreed, string State, DateOnly? Until, Guid Round);

    /// <param name="After">Pass it as <c>after</c> for the next page; null on the last.</param>
    public sealed record Page<T>(IReadOnlyList<T> Items, Guid? After);

    /// <param name="After">Pass it as <c>after</c> for the next page; null on the last.</param>
    public sealed record Lines(IReadOnlyList<Said> Items, int? After);

    public void Map(RouteGroupBuilder api)
    {
        api.MapGet("/rounds", Rounds).RequireAuthorization(Rights.UseDesk).WithName("rounds").WithTags("Agreement")
            .WithSummary("The rounds").WithDescription("Every question that was put to members or to the Board’s seats, with its result once it is closed.").ProducesProblem(400);
        api.MapGet("/rounds/{id:guid}/responses", Responses).RequireAuthorization(Rights.UseDesk).WithName("responses").WithTags("Agreement")
            .WithSummary("A round’s log").WithDescription("Every line of the log in its order; of one member the last counts.").ProducesProblem(400).ProducesProblem(404);
        api.MapGet("/mandates", Mandates).RequireAuthorization(Rights.UseDesk).WithName("mandates").WithTags("Agreement")
            .WithSummary("The mandates").WithDescription("What passed rounds allow: which text, by its hash, as whose view, whether members or the Board agreed to it, and whether it is in force.").ProducesProblem(400);
    }

    private static async Task<Results<Ok<Page<Asked>>, ProblemHttpResult>> Rounds(Db db, CancellationToken ct,
        [Description("The last page’s “after”; nothing for the first page.")] Guid? after = null, [Range(1, 200), Description("How many at most.")] int limit = 100)
    {
        if (limit is < 1 or > 200) return Limit();
        var rounds = await db.Set<Round>().AsNoTracking().Where(r => after == null || r.Id > after).OrderBy(r => r.Id).Take(limit + 1).ToListAsync(ct);
        return TypedResults.Ok(new Page<Asked>([.. rounds.Take(limit).Select(r => new Asked(r.Id, Code(r.Kind), r.Title, r.About, r.Rule, Code(r.State), r.Latest.Hash, r.OpenedAt, r.ClosesAt,
            r.Counted is { } count ? Code(count.Outcome) : null, r.Counted?.Why, r.Counted?.Whose, r.CorrectionsSaid))], rounds.Count > limit ? rounds[limit - 1].Id : null));
    }

    private static async Task<Results<Ok<Lines>, ProblemHttpResult>> Responses(Guid id, Db db, CancellationToken ct,
        [Description("The last page’s “after”; nothing for the first page.")] int after = 0, [Range(1, 500), Description("How many at most.")] int limit = 200)
    {
        if (limit is < 1 or > 500) return Limit();
        if (!await db.Set<Round>().AnyAsync(r => r.Id == id, ct)) return TypedResults.Problem(statusCode: 404, detail: "There is no round with this id.");
        var lines = await db.Set<Response>().AsNoTracking().Where(r => r.Round == id && r.Number > after).OrderBy(r => r.Number).Take(limit + 1)
            .Join(db.Set<Elector>(), r => r.Elector, e => e.Id, (said, elector) => new { said, elector.Name }).OrderBy(l => l.said.Number).ToListAsync(ct);
        return TypedResults.Ok(new Lines([.. lines.Take(limit).Select(l => new Said(l.said.Id, l.said.Number, l.Name, Code(l.said.Answer), l.said.Reason, l.said.Comment, l.said.Passage, l.said.Choice, l.said.AmountPence,
            l.said.Hash, l.said.Capacity, Code(l.said.Way), l.said.Late, l.said.At))], lines.Count > limit ? lines[limit - 1].said.Number : null));
    }

    private static async Task<Results<Ok<Page<Allowed>>, ProblemHttpResult>> Mandates(Db db, Sites sites, TimeProvider clock, CancellationToken ct,
        [Description("The last page’s “after”; nothing for the first page.")] Guid? after = null, [Range(1, 200), Description("How many at most.")] int limit = 100)
    {
        if (limit is < 1 or > 200) return Limit();
        var today = sites.Today(clock);
        var mandates = await db.Set<Mandate>().AsNoTracking().Where(m => after == null || m.Id > after).OrderBy(m => m.Id).Take(limit + 1).ToListAsync(ct);
        return TypedResults.Ok(new Page<Allowed>([.. mandates.Take(limit).Select(m => new Allowed(m.Id, m.Subject, m.Hash, m.Rule, Code(m.By), m.Whose.Replace(", listed", "", StringComparison.Ordinal), m.Agreed, State(m, today), m.Until, m.Round))],
            mandates.Count > limit ? mandates[limit - 1].Id : null));
    }

    private static string State(Mandate mandate, DateOnly today) =>
        mandate.StateOn(today) is var state && state == MandateState.InForce && mandate.Doubt is not null ? "to-be-confirmed" : Code(state);

    private static ProblemHttpResult Limit() => TypedResults.Problem(statusCode: 400, detail: "“limit” is too large, or less than 1.");

    /// <summary>"agree-with-changes"</summary>
    private static string Code<T>(T value) where T : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
