using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Members.Groupings;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Decisions;

/// <summary>Writes down what the Board decided by show of hands, with its seats as they were filled on that day.</summary>
public sealed class TakeDecision(Db db, Sites sites)
{
    public Task<Decision> Run(HandsShown shown, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        // Locked: of two presses of one form the second sees what the first has recorded.
        await db.Set<RoundRule>().Where(r => r.Code == shown.Rule).ExecuteUpdateAsync(s => s.SetProperty(r => r.Name, r => r.Name), ct);
        if (shown.Id is { } id && await db.Set<Decision>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct) is { } there)
            return there.Date == shown.On && there.Text == shown.Text?.Trim() ? there : throw new RuleBroken("This form has recorded a decision already, which stands in the list. Open a new one for another.");
        var rule = await db.Set<RoundRule>().AsNoTracking().SingleOrDefaultAsync(r => r.Code == shown.Rule, ct) ?? throw new RuleBroken("Choose the rule under which the Board decides.", "Rule");
        var decision = Decision.ByShowOfHands(shown, await Seats(db, shown.On, ct), rule.Code, rule.Terms, now.DateIn(sites.Current.Zone), now);
        db.Add(decision);
        await db.Save(by, "Record decision", ct);
        return decision;
    }, ct);

    public static async Task<IReadOnlyList<SeatedChair>> Seats(Db db, DateOnly day, CancellationToken ct) =>
        [.. (await Board.On(db, day, ct)).Where(s => s.Holder is not null).Select(s => new SeatedChair(s.Id, s.Code, s.Name, s.Holder!.Person, s.Holder.Name,
            s.Holder.ChairOf?.Name ?? "", s.Holder.ChairOf is not null, [.. s.Members.Select(m => (m.Id, m.Name))]))];
}
