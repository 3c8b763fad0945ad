using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Platform.Clocks;

namespace Secretariat.Planning.Road.Rules;

/// <summary>A decision as the road sees it.</summary>
/// <param name="Rule">The code of the rule that it was counted under.</param>
public sealed record DecisionFact(Guid Id, string About, DecisionBy By, RoundOutcome Outcome, DateOnly Date, string Says = "", bool Invented = false, string Rule = "");

/// <summary>A round as the road sees it: opened, and not cancelled.</summary>
/// <param name="ClosesOn">Its last day for answers; of a round that was closed before its time, the day of that.</param>
/// <param name="Waiting">Comments that nobody has decided about.</param>
/// <param name="SettledOn">The day on which the last of the comments was decided about; null when none was.</param>
public sealed record RoundFact(Guid Id, string About, RoundKind Kind, RoundBase Base, bool Open, DateOnly OpenedOn, DateOnly ClosesOn, int Asked, int Waiting, bool Invented = false, DateOnly? SettledOn = null);

/// <summary>An organisation beside the members that is asked to confirm; <paramref name="On"/> is null until it has.</summary>
public sealed record BesideFact(string Code, string Name, DateOnly? On, string? EnteredBy = null);

public sealed record RoadFacts(IReadOnlyList<DecisionFact> Decisions, IReadOnlyList<RoundFact> Rounds, IReadOnlyList<BesideFact> Besides)
{
    public static readonly RoadFacts None = new([], [], []);
}

/// <summary>
/// Says of each step whether it is taken and what it waits for, from its proofs alone. A decision of the Board counts once the
/// steps before it are taken and what they asked for is in, and when it was taken no earlier than that: comments are not
/// considered while one has no disposition, and what the Board decided before they came is no decision about them.
/// </summary>
public static class RoadRule
{
    /// <param name="about">The plan's key, such as <c>plan:2017-18</c>.</param>
    public static IReadOnlyList<StepStanding> Judge(string about, IEnumerable<PlanStep> steps, RoadFacts facts)
    {
        List<StepStanding> road = [];
        foreach (var step in steps.OrderBy(s => s.Place))
        {
            var key = $"{about}:{step.Code}";
            road.Add(step.TakenOn is { } on
                ? new StepStanding(step, on, [new StepProof(on, "Recorded by hand", step.Evidence ?? $"/desk/plan/road/{step.Id}", step.TakenByName)], [])
                : step.Kind switch
                {
                    StepKind.Board => Board(step, key, road, facts),
                    StepKind.Comments => Asked(step, key, RoundKind.Comment, facts),
                    StepKind.Confirmation => Asked(step, key, RoundKind.Confirm, facts),
                    _ => new StepStanding(step, null, [], [new StepWait("Somebody records it, with evidence.", $"/desk/plan/road/{step.Id}")]),
                });
        }
        return road;
    }

    private static StepStanding Board(PlanStep step, string key, List<StepStanding> before, RoadFacts facts)
    {
        var decisions = facts.Decisions.Where(d => d.About == key && d.By == DecisionBy.Board).OrderBy(d => d.Date).ToList();
        List<StepProof> proofs = [.. decisions.Select(d => new StepProof(d.Date, d.Outcome == RoundOutcome.Passed ? "Decision of the Board" : "The Board decided otherwise", $"/desk/decisions/{d.Id}") { Says = d.Says, Invented = d.Invented })];
        List<StepWait> waits = [.. before.SelectMany(s => s.IsTaken ? s.Waits : [new StepWait($"“{s.Step.Title}” is not done yet.", $"#{s.Step.Code}")])];
        // The Board may decide again: its last word counts.
        var last = decisions.LastOrDefault();
        if (last is null) waits.Add(new StepWait("The Board has not decided."));
        else if (last.Outcome != RoundOutcome.Passed) waits.Add(new StepWait("The Board has not agreed to it."));
        else if (step.Rule.Length > 0 && last.Rule != step.Rule) waits.Add(new StepWait("The Board decided under another rule than this step asks for: it decides again."));
        else if (before.Max(s => s.CompleteOn) is { } ready && last.Date < ready)
            waits.Add(new StepWait($"The Board decided on {last.Date.Plain()}, and what it decides upon was complete on {ready.Plain()}: it decides again."));
        return waits.Count == 0 ? new StepStanding(step, last!.Date, proofs, []) : new StepStanding(step, null, proofs, waits);
    }

    private static StepStanding Asked(PlanStep step, string key, RoundKind kind, RoadFacts facts)
    {
        var besides = kind == RoundKind.Confirm ? facts.Besides.Where(b => step.Besides.Contains(b.Code)).ToList() : [];
        List<StepProof> proofs = [.. besides.Where(b => b.On is not null).Select(b => new StepProof(b.On!.Value, $"Confirmed by {b.Name}", Confirmation(step, b.Code), b.EnteredBy))];
        List<StepWait> waits = [.. besides.Where(b => b.On is null).Select(b => new StepWait($"{b.Name} has not confirmed.", Confirmation(step, b.Code)))];
        // Asking some members, or only the Board, is not asking the members.
        if (facts.Rounds.Where(r => r.About == key && r.Kind == kind && r.Base == RoundBase.Members).OrderBy(r => r.OpenedOn).LastOrDefault() is not { } round)
            return new StepStanding(step, null, proofs, [new StepWait(kind == RoundKind.Comment ? "The round for comments is not open yet." : "The Chairs have not been asked yet.", $"/desk/plan/road/{step.Id}/round"), .. waits]);
        if (round.Open) waits.Insert(0, new StepWait($"Members may answer until {round.ClosesOn.Long()}.", $"/desk/rounds/{round.Id}"));
        if (round.Waiting > 0 && kind == RoundKind.Comment)
            waits.Add(new StepWait(round.Waiting == 1 ? "One comment has no disposition." : $"{round.Waiting} comments have no disposition.", $"/desk/rounds/{round.Id}/comments"));
        var complete = besides.Select(b => b.On).Append(round.ClosesOn).Append(round.SettledOn).Max();
        return new StepStanding(step, round.OpenedOn, [new StepProof(round.OpenedOn, $"{round.Asked} asked", $"/desk/rounds/{round.Id}") { Invented = round.Invented }, .. proofs], waits) { CompleteOn = complete };
    }

    private static string Confirmation(PlanStep step, string code) => $"/desk/plan/road/{step.Id}/confirmed/{Uri.EscapeDataString(code)}";
}
