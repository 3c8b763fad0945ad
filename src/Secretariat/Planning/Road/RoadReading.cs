using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Dispositions;
using Secretariat.Agreements.Rounds;
using Secretariat.Members.Organisations;
using Secretariat.Planning.Road.Rules;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;

namespace Secretariat.Planning.Road;

/// <summary>Reads what proves the steps of plans' roads. Nothing of it is stored a second time: the road is worked out from its proofs.</summary>
public static class RoadReading
{
    public static async Task<IReadOnlyList<StepStanding>> Road(this Db db, Plan plan, IReadOnlyCollection<PlanStep> steps, TimeZoneInfo zone, CancellationToken ct) =>
        RoadRule.Judge(plan.About, steps, await Facts(db, plan, steps, zone, ct));

    private static async Task<RoadFacts> Facts(Db db, Plan plan, IReadOnlyCollection<PlanStep> steps, TimeZoneInfo zone, CancellationToken ct)
    {
        var proven = steps.Where(s => s.Kind != StepKind.ByHand && s.TakenOn is null).ToList();
        if (proven.Count == 0) return RoadFacts.None;
        var keys = proven.ConvertAll(s => $"{plan.About}:{s.Code}");
        var decided = await db.Set<Decision>().AsNoTracking().Where(d => keys.Contains(d.About))
            .Select(d => new { Fact = new DecisionFact(d.Id, d.About, d.By, d.Outcome, d.Date, d.Text + " " + d.Why, d.Invented, d.Round == null ? d.Rule : db.Set<Round>().Where(r => r.Id == d.Round).Select(r => r.Rule).First()), d.WrittenAt, Closed = db.Set<Round>().Where(r => r.Id == d.Round).Select(r => r.ClosedAt).FirstOrDefault() }).ToListAsync(ct);
        // Its last word counts. Of two on one day that is the one that was written down last, or whose round closed last: an id is no clock.
        List<DecisionFact> decisions = [.. decided.OrderBy(d => d.Fact.Date).ThenBy(d => d.WrittenAt ?? d.Closed).Select(d => d.Fact)];
        var waiting = RoundComments.Waiting(db);
        var rounds = await db.Set<Round>().IgnoreAutoIncludes().AsNoTracking().Where(r => keys.Contains(r.About) && r.OpenedAt != null && r.State != RoundState.Cancelled).OrderBy(r => r.OpenedAt)
            .Select(r => new { r.Id, r.About, r.Kind, r.Terms, r.State, r.OpenedAt, r.ClosesAt, r.ClosedAt, r.Invented, Asked = db.Set<Elector>().Count(e => e.Round == r.Id), Waiting = waiting.Count(c => c.Round == r.Id), Settled = db.Set<Disposition>().Where(c => c.Round == r.Id).Max(c => (DateTimeOffset?)c.DecidedAt) }).ToListAsync(ct);
        return new(decisions,
            [.. rounds.Select(r => new RoundFact(r.Id, r.About, r.Kind, r.Terms!.Base, r.State == RoundState.Open, r.OpenedAt!.Value.DateIn(zone), (r.ClosedAt < r.ClosesAt ? r.ClosedAt.Value : r.ClosesAt).DateIn(zone), r.Asked, r.Waiting, r.Invented, r.Settled?.DateIn(zone)))],
            await Besides(db, proven, ct));
    }

    private static async Task<IReadOnlyList<BesideFact>> Besides(Db db, List<PlanStep> steps, CancellationToken ct)
    {
        // One step of a road asks for them; were there two, each would have its own confirmation.
        if (steps.FirstOrDefault(s => s.Besides.Count > 0) is not { } step) return [];
        var codes = step.Besides;
        return await (from body in db.Set<Organisation>()
                      where codes.Contains(body.Code)
                      join said in db.Set<BesideConfirmation>().Where(c => c.Step == step.Id) on body.Id equals said.Organisation into those
                      from said in those.DefaultIfEmpty()
                      orderby body.SortName
                      select new BesideFact(body.Code, body.Name, said == null ? null : said.On, said == null ? null : said.EnteredByName)).ToListAsync(ct);
    }
}
