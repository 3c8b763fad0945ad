using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Planning.Road;

/// <summary>What proves that a step was taken.</summary>
public enum StepKind
{
    /// <summary>Nothing in here: somebody says so, with evidence.</summary>
    ByHand,

    /// <summary>A decision of the Management Board, by show of hands or in a round of its seats.</summary>
    Board,

    /// <summary>A round in which every member is asked to comment; it is settled when each comment has a disposition.</summary>
    Comments,

    /// <summary>A round in which every member's Chair is asked to confirm its sponsorship, and what others confirmed beside it.</summary>
    Confirmation,
}

/// <summary>A step on the road by which the plan itself comes to be agreed, from the first draft to the signature.</summary>
public sealed class PlanStep : Record, IHoldsPersonalData
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
    public StepKind Kind { get; init; }

    /// <summary>The rule of agreement that its round or its decision is held under.</summary>
    public string Rule { get; init; } = "";

    /// <summary>For a confirmation: what each member is asked to confirm.</summary>
    public long? AskedPence { get; init; }

    /// <summary>For a confirmation: the codes of those who confirm beside the members, such as government.</summary>
    public List<string> Besides { get; init; } = [];

    /// <summary>Set only where somebody recorded it by hand; otherwise what proves it says when.</summary>
    public DateOnly? TakenOn { get; private set; }

    /// <summary>Where a step that was recorded by hand can be seen: a paper, minutes, a letter.</summary>
    public string? Evidence { get; private set; }

    public Guid? TakenBy { get; private set; }
    public string TakenByName { get; private set; } = "";

    public void Take(DateOnly on, string? evidence, Actor by, DateOnly today)
    {
        if (TakenOn is not null) throw new RuleBroken("This step is already taken.");
        if (on > today) throw new RuleBroken("A step that is taken has a date up to today.", "On");
        if (on < Date.AddYears(-1)) throw new RuleBroken($"That is more than a year before its day, {Date.Plain()}: look at the year.", "On");
        if (string.IsNullOrWhiteSpace(evidence)) throw new RuleBroken("Give a link that shows it: what cannot be shown does not count.", "Evidence");
        (TakenOn, Evidence, TakenBy, TakenByName) = (on, WebAddress.Checked(evidence, "Evidence"), by.Person, by.Name);
    }

    /// <summary>The same step of the next plan: nobody has taken it yet.</summary>
    public PlanStep CopyTo(Guid plan, DateOnly date, string title) =>
        new(plan, Code, Place, title, date, true) { Kind = Kind, Rule = Rule, AskedPence = AskedPence, Besides = [.. Besides] };

    internal void Forget() => (TakenBy, TakenByName) = (null, "a former colleague");
}
