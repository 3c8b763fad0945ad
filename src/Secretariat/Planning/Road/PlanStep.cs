using Secretariat.Planning.Outcomes;
using Secretariat.Platform.Data;

namespace Secretariat.Planning.Road;

/// <summary>A step on the road by which the plan itself comes to be agreed, from the first draft to the signature.</summary>
public sealed class PlanStep : Record
{
    private PlanStep() { }

    public PlanStep(Guid plan, string code, int place, string title, DateOnly date, bool invented) =>
        (Plan, Code, Place, Title, Date, Invented) = (plan, code, place, title, date, invented);

    public Guid Plan { get; private set; }
    public string Code { get; private set; } = "";
    public int Place { get; private set; }
    public string Title { get; private set; } = "";
    public DateOnly Date { get; private set; }
    public bool Invented { get; private set; }
    public DateOnly? TakenOn { get; private set; }

    /// <summary>Where the step can be seen: a paper, minutes, a letter.</summary>
    public string? Evidence { get; private set; }

    public void Take(DateOnly on, string? evidence, DateOnly today)
    {
        if (TakenOn is not null) throw new RuleBroken("This step is already taken.");
        if (on > today) throw new RuleBroken("A step that is taken has a date up to today.", "On");
        (TakenOn, Evidence) = (on, WebAddress.Checked(evidence, "Evidence"));
    }

    public DateState StateOn(DateOnly today) =>
        TakenOn is not null ? DateState.Done : Date < today ? DateState.Late : Date <= today.AddDays(Progress.DueWithin) ? DateState.Due : DateState.Planned;
}
