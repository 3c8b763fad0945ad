using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;

namespace Secretariat.Planning.Outcomes;

/// <summary>What the plan asks of a person today: dates that passed unkept, and those of the coming week.</summary>
public sealed class PlanToday(Standings standings) : IToday
{
    private const int Soon = 7;

    public async Task<IReadOnlyList<TodayTask>> For(DateOnly today, CancellationToken ct)
    {
        if (await standings.On(today, ct) is not { } plan) return [];
        var steps = plan.Road.Where(step => step.TakenOn is null && step.Date <= today.AddDays(Soon))
            .Select(step => new TodayTask("Record", $"{plan.Plan.Title}: {step.Title}{(step.Date < today ? ", not yet recorded" : "")}", "/desk/plan#road", step.Date));
        return [.. plan.Outcomes.SelectMany(outcome => Of(outcome, today)), .. steps];
    }

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
