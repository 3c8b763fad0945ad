using Secretariat.Planning;
using Secretariat.Planning.ByHand;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Funding.Budget;

/// <summary>What was ordered, and what was paid; on a line of income only what came in.</summary>
public enum EntryKind { Order, Paid }

/// <summary>What somebody enters on a line.</summary>
public sealed record EntryDraft(EntryKind Kind, DateOnly? On, string? Words, Money? Amount)
{
    /// <summary>The order that a payment is for.</summary>
    public Guid? Order { get; init; }

    /// <summary>Who paid, on a line of income.</summary>
    public Guid? From { get; init; }

    /// <summary>The event that it was spent on: its cost is read from here.</summary>
    public Guid? Event { get; init; }

    public string? Link { get; init; }
    public KeptFile? File { get; init; }
    public bool Invented { get; init; }
}

/// <summary>An amount on a budget line, entered by hand with what shows it. Nothing in it changes: a mistake is taken back by an entry of the opposite amount, and both stay.</summary>
public sealed class BudgetEntry : Record, IHoldsPersonalData
{
    public const int MaxWords = 200;

    private BudgetEntry() { }

    public BudgetEntry(BudgetLine line, EntryDraft draft, Actor by, DateTimeOffset now, DateOnly today)
    {
        if (line.IsIncome && draft.Kind == EntryKind.Order) throw new RuleBroken("Nothing is ordered on a line of income: what was promised is read from the members’ confirmations and from deals.", "Kind");
        if (draft.Amount is not { Pence: > 0 } amount) throw new RuleBroken("Write the amount in pounds and pence, such as 1,240.50. To correct an entry, take it back.", "Amount");
        if (draft.On is not { } on) throw new RuleBroken("Choose the day.", "On");
        if (on > today) throw new RuleBroken("That day is still to come: enter what has happened.", "On");
        if (on.Year < 2000) throw new RuleBroken("Look at the year again.", "On");
        if (string.IsNullOrWhiteSpace(draft.Link) && draft.File is null) throw new RuleBroken("Give a file or a link that shows it: what cannot be shown does not count.", "Link");
        Words = FundingText.Line(draft.Words, MaxWords, "Words") ?? throw new RuleBroken(line.IsIncome ? "Say what came in." : "Say what it is for.", "Words");
        (Line, Kind, On, Amount, Event, Invented) = (line.Id, draft.Kind, on, amount, line.IsIncome ? null : draft.Event, draft.Invented);
        (Order, From) = (draft.Kind == EntryKind.Paid ? draft.Order : null, line.IsIncome ? draft.From ?? line.Source : null);
        Link = WebAddress.Checked(draft.Link, "Link");
        (FileHash, FileName, FileType) = (draft.File?.Hash, draft.File?.Name, draft.File?.Type);
        (EnteredBy, EnteredByName, EnteredAt) = (by.Person, by.Name, now);
    }

    public Guid Line { get; private set; }
    public EntryKind Kind { get; private set; }
    public DateOnly On { get; private set; }
    public string Words { get; private set; } = "";

    /// <summary>Below nothing only where it takes another entry back.</summary>
    public Money Amount { get; private set; }

    public Guid? Order { get; private set; }
    public Guid? From { get; private set; }
    public Guid? Event { get; private set; }
    public string? Link { get; private set; }
    public string? FileHash { get; private set; }
    public string? FileName { get; private set; }
    public string? FileType { get; private set; }

    /// <summary>The entry that this one takes back.</summary>
    public Guid? Counters { get; private set; }

    /// <summary>The entry that took this one back.</summary>
    public Guid? CounteredBy { get; private set; }

    /// <summary>For an order: since when nothing more is to be paid for it.</summary>
    public DateOnly? ClosedOn { get; private set; }

    public Guid? EnteredBy { get; private set; }
    public string EnteredByName { get; private set; } = "";
    public DateTimeOffset EnteredAt { get; private set; }
    public bool Invented { get; private set; }

    public bool Stands => Counters is null && CounteredBy is null;

    /// <returns>The entry of the opposite amount, to be kept beside this one.</returns>
    public BudgetEntry TakeBack(string? why, Actor by, DateTimeOffset now, DateOnly today)
    {
        if (!Stands) throw new RuleBroken(Counters is null ? "This was taken back already." : "This takes another entry back: enter the right amount anew.");
        var counter = new BudgetEntry
        {
            Line = Line,
            Kind = Kind,
            On = today,
            Order = Order,
            From = From,
            Event = Event,
            Counters = Id,
            Invented = Invented,
            Amount = Money.Zero - Amount,
            Words = FundingText.Line(why, MaxWords, "Why") ?? throw new RuleBroken("Say why it is taken back.", "Why"),
            EnteredBy = by.Person,
            EnteredByName = by.Name,
            EnteredAt = now,
        };
        CounteredBy = counter.Id;
        return counter;
    }

    /// <summary>Nothing more is to be paid for the order: the rest of it is free again.</summary>
    public void Close(DateOnly today)
    {
        if (Kind != EntryKind.Order || !Stands) throw new RuleBroken("Only an order that stands is closed.");
        if (ClosedOn is { } on) throw new RuleBroken($"It was closed already, on {on.Plain()}.");
        ClosedOn = today;
    }

    internal void Forget() => (EnteredBy, EnteredByName) = (null, "a former colleague");
}
