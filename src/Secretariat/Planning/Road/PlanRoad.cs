using Secretariat.Planning.Outcomes;

namespace Secretariat.Planning.Road;

/// <summary>The plan proves itself: it is delivered with the last step of its own road, which lies before its year.</summary>
public static class PlanRoad
{
    public const string Code = "plan-steps";

    public static IEnumerable<Proof> Proof(Outcome outcome, IReadOnlyCollection<PlanStep> steps)
    {
        if (!outcome.Counts.Contains(Code) || steps.Count == 0 || steps.Any(step => step.TakenOn is null)) yield break;
        var last = steps.MaxBy(step => (step.TakenOn, step.Place))!;
        yield return new(last.TakenOn!.Value, last.Title, "/desk/plan#road");
    }
}
