using Secretariat.Planning.Outcomes;
using Secretariat.Planning.Road.Rules;

namespace Secretariat.Planning.Road;

/// <summary>The plan proves itself: it is delivered with the last step of its own road, which lies before its year.</summary>
public static class PlanRoad
{
    public const string Code = "plan-steps";

    public static IEnumerable<Proof> Proof(Outcome outcome, IReadOnlyCollection<StepStanding> road)
    {
        if (!outcome.Counts.Contains(Code) || road.Count == 0 || road.Any(step => !step.IsTaken)) yield break;
        var last = road.MaxBy(step => (step.TakenOn, step.Step.Place))!;
        var proof = last.Proofs.MaxBy(p => p.On)!;
        yield return new(last.TakenOn!.Value, last.Step.Title, proof.Href, proof.ByHand);
    }
}
