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
    public async Task<Decision> Run(HandsShown shown, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        var rule = await db.Set<RoundRule>().AsNoTracking().SingleOrDefaultAsync(r => r.Code == shown.Rule, ct) ?? throw new RuleBroken("Choose the rule under which the Board decides.", "Rule");
        var decision = Decision.ByShowOfHands(shown, await Seats(db, shown.On, ct), rule.Code, rule.Terms, now.DateIn(sites.Current.Zone));
        db.Add(decision);
        await db.Save(by, "Record decision", ct);
        return decision;
    }

    public static async Task<IReadOnlyList<SeatedChair>> Seats(Db db, DateOnly day, CancellationToken ct) =>
        [.. (await Board.On(db, day, ct)).Where(s => s.Holder is not null).Select(s => new SeatedChair(s.Id, s.Code, s.Name, s.Holder!.Person, s.Holder.Name,
            s.Holder.ChairOf?.Name ?? "", s.Holder.ChairOf is not null, [.. s.Members.Select(m => (m.Id, m.Name))]))];
}
