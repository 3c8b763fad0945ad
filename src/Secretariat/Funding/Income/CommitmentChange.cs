using Secretariat.Planning;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Funding.Income;

/// <param name="Amount">Nothing where it is withdrawn.</param>
public sealed record ChangeDraft(DateOnly? On, Money? Amount, string? Why, string? Link);

/// <summary>
/// A commitment to a year that was changed, or withdrawn, after the round in which it was confirmed: entered by hand, with what shows it.
/// The answer in the round stays as it was given.
/// </summary>
public sealed class CommitmentChange : Record, IHoldsPersonalData
{
    public const int MaxWhy = 500;

    private CommitmentChange() { }

    public CommitmentChange(Guid plan, Guid organisation, ChangeDraft draft, Actor by, DateTimeOffset now, DateOnly today)
    {
        if (draft.On is not { } on) throw new RuleBroken("Choose the day on which it said so.", "On");
        if (on > today) throw new RuleBroken("That day is still to come.", "On");
        if (on.Year < 2000) throw new RuleBroken("Look at the year again.", "On");
        Amount = draft.Amount ?? throw new RuleBroken("Write what it gives now; 0 if it withdraws.", "Amount");
        Why = FundingText.Line(draft.Why, MaxWhy, "Why") ?? throw new RuleBroken("Say how you know: who wrote or said it, when and why.", "Why");
        Link = WebAddress.Checked(draft.Link, "Link") ?? throw new RuleBroken("Give the link to the letter or note that shows it.", "Link");
        (Plan, Organisation, On) = (plan, organisation, on);
        (EnteredBy, EnteredByName, EnteredAt) = (by.Person, by.Name, now);
    }

    public Guid Plan { get; private set; }
    public Guid Organisation { get; private set; }
    public DateOnly On { get; private set; }
    public Money Amount { get; private set; }
    public string Why { get; private set; } = "";
    public string Link { get; private set; } = "";
    public Guid? EnteredBy { get; private set; }
    public string EnteredByName { get; private set; } = "";
    public DateTimeOffset EnteredAt { get; private set; }

    public bool Withdraws => Amount.Pence == 0;

    /// <summary>What its own people read; how staff know it is for the desk.</summary>
    public string What => $"{(Withdraws ? "Withdrawn" : $"Changed to {Amount}")} on {On.Plain()}";

    public string Words => $"{What}: {Why}";

    internal void Forget() => (EnteredBy, EnteredByName) = (null, "a former colleague");
}
