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

    private static IEnumerable<TodayTask> Of(OutcomeStanding outcome, DateOnly today)
    {
        foreach (var date in outcome.Progress.Dates)
        {
            if (date.State == DateState.Late)
                yield return new("Settle", $"{outcome.Title}: number {date.Number} was promised for {date.Date.Long()}", $"/desk/plan/{outcome.Code}#date-{date.Number}", date.Date);
            if (date.State == DateState.Due && date.Date <= today.AddDays(Soon))
                yield return new("Prepare", $"{outcome.Title}: number {date.Number}", $"/desk/plan/{outcome.Code}#date-{date.Number}", date.Date);
        }
    }
}
