using Secretariat.Planning.Outcomes;

namespace Secretariat.Planning.Glance;

/// <summary>The plan's rows under their pillar; those of no pillar carry the rest.</summary>
public sealed record OutcomeGroup(string Name, IReadOnlyList<OutcomeStanding> Outcomes)
{
    public static IReadOnlyList<OutcomeGroup> Of(PlanStanding plan) =>
        [.. plan.Pillars.Select(pillar => new OutcomeGroup($"{pillar.Code}  {pillar.Name}", [.. plan.Outcomes.Where(outcome => outcome.Pillar == pillar.Code)]))
            .Append(new("What carries it", [.. plan.Outcomes.Where(outcome => outcome.Pillar is null)]))
            .Where(group => group.Outcomes.Count > 0)];
}
