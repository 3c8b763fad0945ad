using Secretariat.Planning.Road;
using Secretariat.Planning.Road.Rules;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;

namespace Secretariat.Planning.Outcomes;

/// <summary>What the plan asks of a person today: dates that passed unkept, and those of the coming week.</summary>
public sealed class PlanToday(Standings standings) : IToday
{
    private const int Soon = 7;

    /// <summary>How many days before its first step the next plan is asked for.</summary>
    private const int DraftBefore = 28;

    public async Task<IReadOnlyList<TodayTask>> For(DateOnly today, CancellationToken ct)
    {
        if (await standings.On(today, ct) is not { } plan) return [];
        // A plan's road lies before its year, so the plan of today has usually walked it: the next one's steps are asked for as well.
        var next = (await standings.Plans(ct)).Where(other => other.First > plan.Plan.First).ToList();
        List<TodayTask> steps = [.. Steps(plan.Plan, plan.Road, today)];
        foreach (var other in next) steps.AddRange(Steps(other, await standings.RoadOf(other, ct), today));
        if (next.Count == 0 && plan.Road.Count > 0 && plan.Road.Min(standing => standing.Step.Date).AddYears(1) is var first && first.AddDays(-DraftBefore) <= today)
            steps.Add(new("Begin", $"The plan of the next year: its first step is about {first.Plain()}", "/desk/plan/next", first));
        return [.. plan.Outcomes.SelectMany(outcome => Of(outcome, today)), .. steps];
    }

    private static IEnumerable<TodayTask> Steps(Plan plan, IReadOnlyList<StepStanding> road, DateOnly today) =>
        road.Where(standing => !standing.IsTaken && standing.Step.Date <= today.AddDays(Soon)).Take(1)
            .Select(standing => new TodayTask(Verb(standing.Step.Kind), $"{plan.Title}: {standing.Step.Title}{(standing.Step.Date < today ? ", not done yet" : "")}", $"/desk/plan/road?year={plan.Year.Code}#{standing.Step.Code}", standing.Step.Date));

    private static string Verb(StepKind kind) => kind switch
    {
        StepKind.Comments => "Open",
        StepKind.Confirmation => "Ask",
        _ => "Record",
    };

    private static string Href(OutcomeStanding outcome, DatedPromise date) => $"/desk/plan/{outcome.Code}#date-{date.Number}";

    private static IEnumerable<TodayTask> Of(OutcomeStanding outcome, DateOnly today)
    {
        // However many dates of one outcome have passed, it is one thing to look at.
        var late = outcome.Progress.Dates.Where(date => date.State == DateState.Late).ToList();
        if (late is [var only])
            yield return new("Settle", $"{outcome.Name(only.Number)} was promised for {only.Date.Long()}", Href(outcome, only), only.Date);
        else if (late is [var first, ..])
            yield return new("Settle", $"{outcome.Title}: {late.Count} promised dates have passed, the first on {first.Date.Long()}", Href(outcome, first), first.Date);
        // What a feature delivers it asks for itself ("Approve bulletin 13"); asking here as well would be noise.
        if (outcome.Watched) yield break;
        foreach (var date in outcome.Progress.Dates.Where(date => date.State == DateState.Due && date.Date <= today.AddDays(Soon)))
            yield return new("Prepare", outcome.Name(date.Number), Href(outcome, date), date.Date);
    }
}
