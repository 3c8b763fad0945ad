using Secretariat.Planning.Outcomes;

namespace Secretariat.Planning.Road.Rules;

/// <summary>The page that proves a step, one click away. <paramref name="ByHand"/> names who entered it when the system did not see it happen.</summary>
public sealed record StepProof(DateOnly On, string Title, string Href, string? ByHand = null)
{
    /// <summary>What it says, in a line or two.</summary>
    public string? Says { get; init; }

    /// <summary>A data pack made it up.</summary>
    public bool Invented { get; init; }
}

/// <summary>What a step still waits for, and where that is done.</summary>
public sealed record StepWait(string Text, string? Href = null);

/// <summary>Where one step of the road stands.</summary>
/// <param name="TakenOn">Null until what proves it is complete.</param>
/// <param name="Waits">Before it is taken: what it waits for. Afterwards: what is still open of what it asked for.</param>
public sealed record StepStanding(PlanStep Step, DateOnly? TakenOn, IReadOnlyList<StepProof> Proofs, IReadOnlyList<StepWait> Waits)
{
    /// <summary>The day on which what it asked for was in: answers, dispositions, what others confirmed. What is decided before it does not rest on it.</summary>
    public DateOnly? CompleteOn { get; init; } = TakenOn;

    public bool Invented => Step.Invented || Proofs.Any(p => p.Invented);

    public bool IsTaken => TakenOn is not null;

    /// <summary>Taken, and nothing that it asked for is open.</summary>
    public bool IsSettled => IsTaken && Waits.Count == 0;

    public DateState StateOn(DateOnly today) =>
        IsTaken ? DateState.Done : Step.Date < today ? DateState.Late : Step.Date <= today.AddDays(Progress.DueWithin) ? DateState.Due : DateState.Planned;
}
