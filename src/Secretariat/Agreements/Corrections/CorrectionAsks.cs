using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Corrections;

/// <summary>What corrections ask of people: the two Chairs, to pass one that waits for them.</summary>
public sealed class CorrectionAsks(AnswerTokens tokens, Sites sites) : IAsk
{
    public const string KindName = "correction";
    private const int Minutes = 1;

    public string Kind => KindName;

    public async Task<IReadOnlyList<DateTimeOffset>> Closings(Db db, CancellationToken ct) => [.. (await Proposed(db, ct)).Select(p => By(p.Round))];

    public async Task<IReadOnlyList<Ask>> Open(Db db, Guid? of, DateTimeOffset now, CancellationToken ct)
    {
        var asks = new List<Ask>();
        foreach (var (correction, round) in (await Proposed(db, ct)).Where(p => By(p.Round) > now))
        {
            var electors = await db.Set<Elector>().AsNoTracking().Where(e => e.Round == round.Id).OrderBy(e => e.Code).ToListAsync(ct);
            asks.AddRange(Waiting(round, correction, electors, await WhoMayAnswer.On(db, electors, now.DateIn(sites.Current.Zone), ct)).Select(w => Of(round, correction, w.Elector, w.Chair)));
        }
        return [.. asks.Where(a => of is null || a.Person == of)];
    }

    /// <summary>Whoever of the two has not passed it, with the member (or the seat) for which they answer.</summary>
    public static IReadOnlyList<(Elector Elector, Voice Chair)> Waiting(Round round, Correction correction, IReadOnlyList<Elector> electors, ILookup<Guid, Voice> voices) =>
        [.. round.Correctors.Where(c => c.Person is { } person && !correction.WasPassedBy(person)).OrderBy(c => c.Place)
            .SelectMany(c => electors.SelectMany(e => voices[e.Id].Where(v => v.Person == c.Person && !v.IsPa).Select(v => (e, v))).Take(1))];

    public static Ask Of(Round round, Correction correction, Elector elector, Voice chair) => new(KindName, $"{round.Id:N}/{elector.Id:N}/{correction.Id:N}", chair.Person, chair.Name, chair.Email,
        $"Pass a correction that changes no meaning, or leave it: {round.Title}", correction.ProposedAt, By(round), Minutes, $"/my/rounds/{elector.Id}");

    public string Link(string key, Guid person)
    {
        var parts = key.Split('/');
        return "/a/" + tokens.For(Guid.Parse(parts[0]), Guid.Parse(parts[1]), person);
    }

    /// <summary>Passed later, it would leave less time to object than the round said.</summary>
    private static DateTimeOffset By(Round round) => round.ClosesAt.AddHours(-(round.ObjectHours ?? 0));

    private static async Task<IEnumerable<(Correction Correction, Round Round)>> Proposed(Db db, CancellationToken ct)
    {
        var proposed = await db.Set<Correction>().AsNoTracking().Where(c => c.State == CorrectionState.Proposed).ToListAsync(ct);
        if (proposed.Count == 0) return [];
        var ids = proposed.Select(c => c.Round).ToList();
        var rounds = await db.Set<Round>().AsNoTracking().Where(r => ids.Contains(r.Id) && r.State == RoundState.Open).ToDictionaryAsync(r => r.Id, ct);
        return proposed.Where(c => rounds.ContainsKey(c.Round)).Select(c => (c, rounds[c.Round])).OrderBy(p => p.Item2.ClosesAt);
    }
}
