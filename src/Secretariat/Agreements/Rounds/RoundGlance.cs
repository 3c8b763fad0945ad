using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds;

/// <summary>How a round stands, for whoever had it written: no words of its text among it.</summary>
/// <param name="Answered">How many of those asked have answered at all.</param>
/// <param name="Why">What came of it, in plain English; null before it has closed.</param>
public sealed record RoundGlance(Guid Id, string Title, RoundKind Kind, RoundState State, DateTimeOffset? OpenedAt, DateTimeOffset ClosesAt, int Asked, int Answered, string? Why, string About)
{
    public bool IsOpen => State == RoundState.Open;

    public static async Task<IReadOnlyDictionary<Guid, RoundGlance>> Of(Db db, IReadOnlyCollection<Guid> rounds, CancellationToken ct)
    {
        if (rounds.Count == 0) return new Dictionary<Guid, RoundGlance>();
        var found = await db.Set<Round>().AsNoTracking().IgnoreAutoIncludes().Where(r => rounds.Contains(r.Id)).Select(r => new
        {
            r.Id,
            r.Title,
            r.Kind,
            r.State,
            r.OpenedAt,
            r.ClosesAt,
            r.Result,
            r.About,
            Asked = db.Set<Elector>().Count(e => e.Round == r.Id),
            Answered = db.Set<Response>().Where(a => a.Round == r.Id && a.Answer != Answer.Withdrawn && !db.Set<Response>().Any(b => b.Elector == a.Elector && b.Number > a.Number)).Select(a => a.Elector).Distinct().Count(),
        }).ToListAsync(ct);
        return found.ToDictionary(r => r.Id, r => new RoundGlance(r.Id, r.Title, r.Kind, r.State, r.OpenedAt, r.ClosesAt, r.Asked, r.Answered, r.Result is null ? null : Rules.Count.Parse(r.Result).Why, r.About));
    }

    /// <summary>The latest rounds that put a text to members, but for those that were cancelled.</summary>
    public static async Task<IReadOnlyList<(Guid Id, string Title)>> Texts(Db db, CancellationToken ct)
    {
        const int Most = 40;
        return [.. (await db.Set<Round>().AsNoTracking().IgnoreAutoIncludes().Where(r => r.Kind == RoundKind.AgreeText && r.State != RoundState.Cancelled).OrderByDescending(r => r.ClosesAt).Take(Most).Select(r => new { r.Id, r.Title }).ToListAsync(ct)).Select(r => (r.Id, r.Title))];
    }
}

public static class StrictRules
{
    /// <summary>Whether members are asked; a round among the Board's seats gives no view of theirs.</summary>
    public static async Task<bool> AsksMembers(Db db, Guid round, CancellationToken ct) => await TermsOf(db, await Found(db, round, ct), ct) is { Base: RoundBase.Members };


    /// <summary>Whether a round passes only when every member says yes: by the rule it was opened under, or would be opened under now.</summary>
    public static async Task<bool> NeedsEveryMember(Db db, Guid round, CancellationToken ct)
    {
        var of = await Found(db, round, ct);
        var terms = await TermsOf(db, of, ct);
        return terms?.NeedsEveryMember() == true && of.Silence == Silence.Nothing;
    }

    /// <summary>Only the yes of every member passes a text, and no answer is no yes.</summary>
    public static bool NeedsEveryMember(this RoundTerms terms) => terms is { Base: RoundBase.Members, Threshold.IsAll: true, Silence: Silence.Nothing };

    private static Task<Round> Found(Db db, Guid round, CancellationToken ct) => db.Set<Round>().AsNoTracking().IgnoreAutoIncludes().SingleAsync(r => r.Id == round, ct);

    private static async Task<RoundTerms?> TermsOf(Db db, Round of, CancellationToken ct) => of.Terms ?? (await db.Set<RoundRule>().AsNoTracking().SingleOrDefaultAsync(r => r.Code == of.Rule, ct))?.Terms;
}
