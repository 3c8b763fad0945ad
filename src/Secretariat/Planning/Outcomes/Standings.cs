using Microsoft.EntityFrameworkCore;
using Secretariat.Planning.ByHand;
using Secretariat.Planning.Calendar;
using Secretariat.Planning.Road;
using Secretariat.Planning.Road.Rules;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Planning.Outcomes;

/// <summary>Works out where the plan stands on a day, from what the features show and what was entered by hand.</summary>
public sealed class Standings(Db db, IEnumerable<IEvidence> sources, Sites sites)
{
    private (DateOnly Day, PlanStanding? Standing)? _answered;

    /// <summary>The plan whose year it is; before the first year the first plan, after the last the last.</summary>
    public async Task<Plan?> PlanOn(DateOnly today, CancellationToken ct)
    {
        var begun = db.Set<Plan>().AsNoTracking().Where(plan => plan.First <= today).OrderByDescending(plan => plan.First);
        return await begun.FirstOrDefaultAsync(ct) ?? await db.Set<Plan>().AsNoTracking().OrderBy(plan => plan.First).FirstOrDefaultAsync(ct);
    }

    /// <summary>Worked out once for a request: the page and today's list ask for the same.</summary>
    public async Task<PlanStanding?> On(DateOnly today, CancellationToken ct)
    {
        if (_answered is not { } answered || answered.Day != today) _answered = answered = (today, await WorkOut(today, ct));
        return answered.Standing;
    }

    /// <summary>The plans there are, the latest year first.</summary>
    public async Task<IReadOnlyList<Plan>> Plans(CancellationToken ct) => await db.Set<Plan>().AsNoTracking().OrderByDescending(plan => plan.First).ToListAsync(ct);

    /// <summary>A certain plan, whichever year it is.</summary>
    public Task<PlanStanding> Of(Plan plan, DateOnly today, CancellationToken ct) => WorkOut(plan, today, ct);

    /// <summary>The plan that an address names, such as 2018-19, or today's.</summary>
    public async Task<Plan?> PlanOf(string? year, DateOnly today, CancellationToken ct) =>
        year is null ? await PlanOn(today, ct) : (await Plans(ct)).FirstOrDefault(plan => plan.Year.Code == year);

    public async Task<IReadOnlyList<StepStanding>> RoadOf(Plan plan, CancellationToken ct) =>
        await db.Road(plan, await db.Set<PlanStep>().AsNoTracking().Where(step => step.Plan == plan.Id).OrderBy(step => step.Place).ToListAsync(ct), sites.Current.Zone, ct);

    private async Task<PlanStanding?> WorkOut(DateOnly today, CancellationToken ct) => await PlanOn(today, ct) is { } plan ? await WorkOut(plan, today, ct) : null;

    private async Task<PlanStanding> WorkOut(Plan plan, DateOnly today, CancellationToken ct)
    {
        var pillars = await db.Set<Pillar>().AsNoTracking().Where(pillar => pillar.Plan == plan.Id).OrderBy(pillar => pillar.Place).ToListAsync(ct);
        var outcomes = await db.Set<Outcome>().AsNoTracking().Where(outcome => outcome.Plan == plan.Id).OrderBy(outcome => outcome.Place).ToListAsync(ct);
        var steps = await db.Set<PlanStep>().AsNoTracking().Where(step => step.Plan == plan.Id).OrderBy(step => step.Place).ToListAsync(ct);
        var road = await db.Road(plan, steps, sites.Current.Zone, ct);
        var ids = outcomes.ConvertAll(outcome => outcome.Id);
        var dates = (await db.Set<PlannedDate>().AsNoTracking().Where(date => ids.Contains(date.Outcome)).ToListAsync(ct)).ToLookup(date => date.Outcome);
        var byHand = (await db.Set<HandEvidence>().AsNoTracking().Where(e => ids.Contains(e.Outcome) && e.TakenBack == null).ToListAsync(ct)).ToLookup(e => e.Outcome);
        var watched = sources.SelectMany(source => source.Codes).ToHashSet();
        var seen = await Seen(plan.Year, today, ct);

        return new(plan, pillars, road, [.. outcomes.Select(outcome => new OutcomeStanding(outcome.Id, outcome.Code, outcome.Title, outcome.Pillar, outcome.Cadence, outcome.Gathers,
            Progress.Of(outcome.Measure, plan.Year,
                [.. dates[outcome.Id].Select(date => new Promised(date.Number, date.Date, date.Dropped))],
                [.. outcome.Counts.SelectMany(code => seen[code]), .. byHand[outcome.Id].Select(e => Proof(e, outcome)), .. PlanRoad.Proof(outcome, road)], today, outcome.Counts.Any(CountedFrom.IsStock)),
            outcome.Counts.Any(watched.Contains)))]);
    }

    private async Task<ILookup<string, Proof>> Seen(PlanYear year, DateOnly today, CancellationToken ct)
    {
        List<Evidence> all = [];
        // One after the other: they share one database context.
        foreach (var source in sources) all.AddRange(await source.Between(year.First, year.Last < today ? year.Last : today, ct));
        return all.ToLookup(e => e.Code, e => new Proof(e.Date, e.Title, e.Href, e.EnteredBy));
    }

    private static Proof Proof(HandEvidence e, Outcome outcome) => new(e.Date, e.Title, $"/desk/plan/{outcome.Code}#evidence-{e.Id}", e.EnteredByName);
}

public sealed record PlanStanding(Plan Plan, IReadOnlyList<Pillar> Pillars, IReadOnlyList<StepStanding> Road, IReadOnlyList<OutcomeStanding> Outcomes)
{
    public IEnumerable<DatedPromise> Dates => Outcomes.SelectMany(outcome => outcome.Progress.Dates).Where(date => date.State != DateState.Dropped);
    public int Promised => Dates.Count();
    public int Kept => Dates.Count(date => date.State == DateState.Done);
    public int Late => Dates.Count(date => date.State == DateState.Late);
    public int Due => Dates.Count(date => date.State == DateState.Due);
}
