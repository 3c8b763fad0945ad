using Secretariat.Enquiries.Inbox;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;

namespace Secretariat.Influence.Engagements;

/// <summary>What staff write down of a contact, in a minute.</summary>
public sealed record EngagementDraft(Guid Organisation, DateOnly? On, string? Said)
{
    public string? Theme { get; init; }
    public DateOnly? NextOn { get; init; }
    public bool Invented { get; init; }
}

/// <summary>A contact of the network's with another organisation: when, about what, what was said, and when the next one is due.</summary>
public sealed class Engagement : Record
{
    public const int MaxSaid = 4000, MaxWhy = 500;

    private Engagement() { }

    public Engagement(EngagementDraft draft, string by, DateOnly today, DateTimeOffset now)
    {
        var on = draft.On ?? throw new RuleBroken("Say on which day it was.", "On");
        if (on > today) throw new RuleBroken("That day is still to come. Put it into “Next contact” and log it when it was.", "On");
        if (on < today.AddYears(-3)) throw new RuleBroken("That is more than three years ago. Look at the year again.", "On");
        if (draft.NextOn <= on) throw new RuleBroken($"The next contact comes after {on.Plain()}.", "NextOn");
        Said = Typed.Text(draft.Said, MaxSaid, "Said") ?? throw new RuleBroken("Write in a line or two what was said.", "Said");
        (Organisation, On, Theme, NextOn, By, At, Invented) = (draft.Organisation, on, string.IsNullOrWhiteSpace(draft.Theme) ? null : draft.Theme.Trim(), draft.NextOn, by, now, draft.Invented);
    }

    public Guid Organisation { get; private set; }
    public DateOnly On { get; private set; }
    public string? Theme { get; private set; }

    /// <summary>For the desk only.</summary>
    public string Said { get; private set; } = "";

    /// <summary>When the next contact was agreed for; null leaves it to the rhythm of the relationship.</summary>
    public DateOnly? NextOn { get; private set; }

    public string By { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    /// <summary>Why it was logged in error; it counts no more, and stays to be seen.</summary>
    public string? TakenBack { get; private set; }

    public bool Invented { get; private set; }

    public void TakeBack(string? why)
    {
        if (TakenBack is not null) throw new RuleBroken("It was taken back already.");
        TakenBack = Typed.Line(why, MaxWhy, "Why") ?? throw new RuleBroken("Say why it is taken back: it stays to be seen, and counts no more.", "Why");
    }
}
