using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Planning.Road;

/// <summary>What an organisation beside the members confirmed for the year, such as government: entered by hand, with its evidence.</summary>
public sealed class BesideConfirmation : Record, IHoldsPersonalData
{
    public const int MaxEvidence = 1000;

    private BesideConfirmation() { }

    public BesideConfirmation(PlanStep step, Guid organisation, Confirmed confirmed, Actor by, DateTimeOffset now, DateOnly today)
    {
        if (step.Kind != StepKind.Confirmation) throw new RuleBroken("Only a step of confirmation takes one.");
        (Step, Organisation) = (step.Id, organisation);
        Correct(step, confirmed, by, now, today);
    }

    public Guid Step { get; private set; }
    public Guid Organisation { get; private set; }
    public DateOnly On { get; private set; }
    public long? AmountPence { get; private set; }
    public string Evidence { get; private set; } = "";
    public string? Link { get; private set; }
    public Guid? EnteredBy { get; private set; }
    public string EnteredByName { get; private set; } = "";
    public DateTimeOffset EnteredAt { get; private set; }

    public Money? Amount => AmountPence is { } pence ? new Money(pence) : null;

    public void Correct(PlanStep step, Confirmed confirmed, Actor by, DateTimeOffset now, DateOnly today)
    {
        if (confirmed.On > today) throw new RuleBroken("It has confirmed already: its date is today or earlier.", "On");
        if (confirmed.On < step.Date.AddYears(-1)) throw new RuleBroken($"That is more than a year before the step’s day, {step.Date.Plain()}: look at the year.", "On");
        if (confirmed.AmountPence < 0) throw new RuleBroken("An amount is not less than nothing.", "Amount");
        if (string.IsNullOrWhiteSpace(confirmed.Evidence)) throw new RuleBroken("Say how you know: who wrote or said it, when and to whom.", "Evidence");
        if (confirmed.Evidence.Trim().Length > MaxEvidence) throw new RuleBroken($"Keep it under {MaxEvidence:N0} letters.", "Evidence");
        (On, AmountPence, Evidence, Link) = (confirmed.On, confirmed.AmountPence, confirmed.Evidence.Trim(), WebAddress.Checked(confirmed.Link, "Link"));
        (EnteredBy, EnteredByName, EnteredAt) = (by.Person, by.Name, now);
    }

    internal void Forget() => (EnteredBy, EnteredByName) = (null, "a former colleague");
}

/// <summary>What was confirmed, and how it is known.</summary>
public sealed record Confirmed(DateOnly On, long? AmountPence, string? Evidence, string? Link);
