using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds;

/// <summary>A round's log, as its result is computed from it.</summary>
public static class RoundReading
{
    public static async Task<RoundLog> Log(this Db db, Round round, DateTimeOffset ends, CancellationToken ct)
    {
        var electors = await db.Set<Elector>().AsNoTracking().Where(e => e.Round == round.Id).OrderBy(e => e.Code).ToListAsync(ct);
        var responses = await db.Set<Response>().AsNoTracking().Where(r => r.Round == round.Id).OrderBy(r => r.Number).ToListAsync(ct);
        return Of(round, ends, electors, responses, await db.Set<RoundLook>().AsNoTracking().Where(l => l.Round == round.Id).ToListAsync(ct));
    }

    /// <summary>The same from what was read already, for a page that shows several rounds.</summary>
    public static RoundLog Of(Round round, DateTimeOffset ends, IReadOnlyList<Elector> electors, IReadOnlyList<Response> responses, IReadOnlyList<RoundLook> looks) =>
        new(round.Kind, round.Terms ?? throw new RuleBroken("A draft has no log yet."), round.CarryOver, ends,
            [.. electors.OrderBy(e => e.Code, StringComparer.Ordinal).Select(e => new LogElector(e.Id, e.Code, e.Name, e.SpeaksFor))],
            [.. round.Versions.OrderBy(v => v.Number).Select(v => new LogVersion(v.Number, v.Hash, v.Canonical, v.ShownAt!.Value, v.ClosesAt!.Value, v.Correction))],
            [.. responses.Select(Line)],
            [.. looks.Where(l => l.Seen).GroupBy(l => (l.Elector, l.Number)).Select(g => new LogShown(g.Key.Elector, g.Key.Number, g.Min(l => l.At))).OrderBy(s => s.Elector).ThenBy(s => s.Version)])
        {
            Options = round.Options,
        };

    private static LogResponse Line(Response r) => new(r.Number, r.Elector, r.Answer, r.Hash, r.At, r.Late)
    {
        Reason = r.Reason,
        Comment = r.Comment,
        Passage = r.Passage,
        Choice = r.Choice,
        AmountPence = r.AmountPence,
        Way = r.Way,
    };
}
