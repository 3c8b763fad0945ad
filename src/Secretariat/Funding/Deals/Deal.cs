using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Funding.Deals;

/// <summary>What somebody says about a deal.</summary>
public sealed record DealDraft(Guid? Organisation, string? Title, DealFor For, Money? Amount)
{
    /// <summary>The event that it pays for, by its id; a later floor keeps it.</summary>
    public Guid? Event { get; init; }

    public Guid? Owner { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }
    public string? Notes { get; init; }

    /// <summary>Asked for when the amount of an agreed deal changes.</summary>
    public string? Why { get; init; }

    public bool Invented { get; init; }
}

/// <summary>Sponsorship from one organisation, from the first idea until what was promised for it is delivered. It counts as income from the day on which it is agreed.</summary>
public sealed class Deal : Record, IHoldsPersonalData
{
    public const int MaxTitle = 160, MaxNotes = 4000, MaxNext = 200, MaxWhy = 300;

    private Deal() { }

    public Deal(DealDraft draft, DateTimeOffset now)
    {
        Organisation = draft.Organisation ?? throw new RuleBroken("Choose the sponsor.", "Organisation");
        Take(draft);
        (BegunAt, Invented) = (now, draft.Invented);
    }

    public Guid Organisation { get; private set; }
    public string Title { get; private set; } = "";
    public DealFor For { get; private set; }
    public Guid? Event { get; private set; }
    public Money Amount { get; private set; }
    public Guid? Owner { get; private set; }
    public DealStage Stage { get; private set; }

    /// <summary>For what time it is; either may be open.</summary>
    public DateOnly? From { get; private set; }
    public DateOnly? Until { get; private set; }

    public string? NextStep { get; private set; }

    /// <summary>The next step comes back on this day.</summary>
    public DateOnly? NextOn { get; private set; }

    public DateTimeOffset? NextSetAt { get; private set; }
    public string Notes { get; private set; } = "";
    public string? LostBecause { get; private set; }
    public DateOnly? AgreedOn { get; private set; }
    public DateTimeOffset BegunAt { get; private set; }
    public bool Invented { get; private set; }

    /// <summary>Money that was agreed is income; what is still talked about is none.</summary>
    public bool Counts => Stage is DealStage.Agreed or DealStage.Delivered;

    public bool IsOpen => Stage is not (DealStage.Delivered or DealStage.Lost);

    /// <returns>What is kept in its history when the amount of an agreed deal changed; otherwise null.</returns>
    public DealMove? Change(DealDraft draft, Actor by, DateTimeOffset now)
    {
        var (before, why) = (Amount, FundingText.Line(draft.Why, MaxWhy, "Why"));
        if (Counts && draft.Amount != before && why is null) throw new RuleBroken($"{before} is agreed. Say why it is another amount now.", "Why");
        if (Counts && draft.Amount is not { Pence: > 0 }) throw new RuleBroken("What is agreed has an amount. If nothing comes of it, close it as lost.", "Amount");
        Take(draft);
        return Counts && Amount != before ? new DealMove(Id, Stage, Stage, $"{before} became {Amount}: {why}", by, now) : null;
    }

    /// <param name="unproven">How many of its benefits nothing proves yet.</param>
    public DealMove Move(DealStage to, string? why, int unproven, Actor by, DateTimeOffset now, DateOnly today)
    {
        var said = FundingText.Line(why, MaxWhy, "Why");
        if (to == Stage) throw new RuleBroken($"It is {Stage.Words()} already.", "To");
        if (to == DealStage.Delivered && Stage != DealStage.Agreed) throw new RuleBroken("Only what was agreed is delivered: move it to agreed first.", "To");
        if (to is DealStage.Agreed or DealStage.Delivered && Amount.Pence == 0) throw new RuleBroken("Say how much it is worth before it is agreed: change the deal.", "To");
        if (to == DealStage.Delivered && unproven > 0) throw new RuleBroken(unproven == 1 ? "One benefit is not proven yet: show what delivered it first." : $"{unproven} benefits are not proven yet: show what delivered them first.", "To");
        if (to == DealStage.Lost && said is null) throw new RuleBroken("Say why nothing came of it: the next who asks them reads it.", "Why");
        if (to < Stage && said is null) throw new RuleBroken("Say why it goes back.", "Why");
        var move = new DealMove(Id, Stage, to, said, by, now);
        AgreedOn = to is DealStage.Agreed or DealStage.Delivered ? AgreedOn ?? today : null;
        (Stage, LostBecause) = (to, to == DealStage.Lost ? said : null);
        if (!IsOpen) (NextStep, NextOn, NextSetAt) = (null, null, null);
        return move;
    }

    /// <summary>What is to be done next, and the day on which it comes back; without either there is none.</summary>
    public void Plan(string? step, DateOnly? on, DateOnly today, DateTimeOffset now)
    {
        if (!IsOpen) throw new RuleBroken($"This deal is {Stage.Words()}: nothing is to be done next.", "NextStep");
        var said = FundingText.Line(step, MaxNext, "NextStep");
        if (said is null != on is null) throw new RuleBroken("Say both what is next and on which day it comes back.", said is null ? "NextStep" : "NextOn");
        if (on < today) throw new RuleBroken($"Choose a day from {today.Plain()} on.", "NextOn");
        (NextStep, NextOn, NextSetAt) = (said, on, said is null ? null : now);
    }

    private void Take(DealDraft draft)
    {
        if (draft.Until < draft.From) throw new RuleBroken("It cannot end before it begins.", "Until");
        Title = FundingText.Line(draft.Title, MaxTitle, "Title") ?? throw new RuleBroken("Give it a title, such as “Sponsor of the autumn dinner”.", "Title");
        Notes = FundingText.Text(draft.Notes, MaxNotes, "Notes") ?? "";
        (For, Event, Amount, Owner, From, Until) = (draft.For, draft.Event, draft.Amount ?? Money.Zero, draft.Owner, draft.From, draft.Until);
    }

    internal void Forget() => Owner = null;
}

/// <summary>One step in a deal's history. Nothing is ever changed in it.</summary>
public sealed class DealMove : Record, IHoldsPersonalData
{
    private DealMove() { }

    internal DealMove(Guid deal, DealStage from, DealStage to, string? why, Actor by, DateTimeOffset now) => (Deal, From, To, Why, By, ByName, At) = (deal, from, to, why, by.Person, by.Name, now);

    public Guid Deal { get; private set; }
    public DealStage From { get; private set; }
    public DealStage To { get; private set; }
    public string? Why { get; private set; }
    public Guid? By { get; private set; }
    public string ByName { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    public string Words => From == To ? "amount changed" : To < From ? $"back from {From.Words()} to {To.Words()}" : $"from {From.Words()} to {To.Words()}";

    internal void Forget() => (By, ByName) = (null, "a former colleague");
}
