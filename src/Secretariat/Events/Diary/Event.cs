using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Items;

namespace Secretariat.Events.Diary;

/// <summary>People come together: a meeting, a workshop, a dinner, a roundtable. What it is like, its kind says.</summary>
public sealed class Event : Record
{
    public const int MaxTitle = 160, MaxPlace = 300, MaxAbout = 4000, MaxShort = 200, MaxMinutes = 40_000, MaxReason = 500;

    private Event() { }

    public Event(Guid kind, EventDraft draft, string slug, Guid? planned = null)
    {
        (Kind, Slug, Planned) = (kind, slug, planned);
        Take(draft);
        Invented = draft.Invented;
    }

    public Guid Kind { get; private set; }
    public EventState State { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>Its name in addresses; it stays when the title changes, since people keep links.</summary>
    public string Slug { get; private set; } = "";

    public string Place { get; private set; } = "";
    public DateOnly Day { get; private set; }
    public TimeOnly Starts { get; private set; }
    public TimeOnly Ends { get; private set; }
    public string Zone { get; private set; } = "";
    public string About { get; private set; } = "";
    public Circulation Circulation { get; private set; }
    public int? Capacity { get; private set; }
    public List<string> Themes { get; private set; } = [];
    public string? Topic { get; private set; }
    public string? Partner { get; private set; }
    public string? DirectedBy { get; private set; }
    public long? CostPence { get; private set; }
    public string? CoveredBy { get; private set; }

    /// <summary>The date of the plan's calendar that it keeps.</summary>
    public Guid? Planned { get; private set; }

    /// <summary>As calendars count: raised by every change of time or place that people were told of.</summary>
    public int Sequence { get; private set; }

    /// <summary>When people were first told of it; what never was stands nowhere outside, even when it is cancelled.</summary>
    public DateTimeOffset? AnnouncedAt { get; private set; }

    /// <summary>When it was last written down who was there.</summary>
    public DateTimeOffset? CountedAt { get; private set; }

    /// <summary>Who permitted that more people know of it than when it was announced.</summary>
    public string? PermittedBy { get; private set; }

    public string? CancelledBecause { get; private set; }
    public string Minutes { get; private set; } = "";
    public DateTimeOffset? MinutesAt { get; private set; }

    /// <summary>When what was handed out was sent round; once.</summary>
    public DateTimeOffset? HandedOutAt { get; private set; }

    public bool Invented { get; private set; }

    public EventTime When => new(Day, Starts, Ends, Zone);
    public Money? Cost => CostPence is { } pence ? new Money(pence) : null;
    public bool IsOpen => State is EventState.Draft or EventState.Announced;
    public bool IsPublic => Circulation == Circulation.Public && (AnnouncedAt is not null || State == EventState.Held);

    /// <summary>What a decision that is taken here is about.</summary>
    public string Code => $"event:{Id:N}";

    /// <returns>True when the time or the place changed of something that people know already: they have to be told.</returns>
    public bool Change(EventDraft draft)
    {
        if (!IsOpen) throw new RuleBroken($"This event is {State.Words()}: when and where it was does not change any more.");
        var (before, place) = (When, Place);
        if (State == EventState.Announced && draft.Circulation > Circulation)
            PermittedBy = Line(draft.PermittedBy, MaxShort, "PermittedBy") ?? throw new RuleBroken($"More people may know of it than before (“{Circulation.Words()}”). Say who permitted that.", "PermittedBy");
        Take(draft);
        if (State != EventState.Announced || (before == When && place == Place)) return false;
        Sequence++;
        return true;
    }

    /// <summary>What may still be put right when it is over: what it cost, who paid, what it was about.</summary>
    public void Complete(EventDraft draft)
    {
        if (State == EventState.Cancelled) throw new RuleBroken("This event was cancelled.");
        (Topic, Partner, DirectedBy, CostPence, CoveredBy) = Facts(draft);
        (About, Themes) = (Short(draft.About, MaxAbout, "About") ?? "", [.. draft.Themes]);
    }

    public void Announce(DateOnly today, DateTimeOffset now)
    {
        if (State != EventState.Draft) throw new RuleBroken($"This event is {State.Words()} already.");
        if (Place.Length == 0) throw new RuleBroken("Say where it is before you announce it.", "Place");
        if (Day < today) throw new RuleBroken("Its day is over. Change the day, or take the attendance.", "Day");
        (State, AnnouncedAt) = (EventState.Announced, now);
    }

    public void Cancel(string? because)
    {
        if (!IsOpen) throw new RuleBroken($"This event is {State.Words()} already.");
        CancelledBecause = Short(because, MaxReason, "Reason") ?? throw new RuleBroken("Say why it does not take place: everybody who was asked reads it.", "Reason");
        State = EventState.Cancelled;
        Sequence++;
    }

    /// <summary>It took place: who was there is written down with it.</summary>
    public void Hold(DateOnly today)
    {
        if (State == EventState.Cancelled) throw new RuleBroken("This event was cancelled.");
        if (Day > today) throw new RuleBroken($"It is on {Day.Long()}: who was there is written down on its day or afterwards.");
        State = EventState.Held;
    }

    /// <summary>The list of who was there was written anew: whoever has an older one open is told so.</summary>
    internal void Counted(DateTimeOffset now) => CountedAt = now;

    /// <summary>Takes back that it took place, when that was written down for the wrong event.</summary>
    public void Unhold()
    {
        if (State != EventState.Held) throw new RuleBroken($"This event is {State.Words()}: there is nothing to take back.");
        if (MinutesAt is not null || HandedOutAt is not null) throw new RuleBroken("It has minutes, or its materials were sent round: it took place.");
        (State, CountedAt) = (AnnouncedAt is null ? EventState.Draft : EventState.Announced, null);
    }

    public void WriteMinutes(string? text, DateTimeOffset now)
    {
        if (State != EventState.Held) throw new RuleBroken("Take the attendance first: minutes are of an event that took place.");
        var said = Short(text?.ReplaceLineEndings("\n"), MaxMinutes, "Text") ?? throw new RuleBroken("Write what was said and agreed.", "Text");
        // The same words once more are a second press.
        if (said != Minutes) (Minutes, MinutesAt) = (said, now);
    }

    public void HandOut(DateTimeOffset now)
    {
        if (State != EventState.Held) throw new RuleBroken("Take the attendance first: who was there and who was not get different letters.");
        if (HandedOutAt is { } before) throw new RuleBroken($"This was sent round already, on {before.DateIn(When.ZoneInfo).Long()}.");
        HandedOutAt = now;
    }

    private void Take(EventDraft draft)
    {
        var when = draft.When.Checked();
        Title = Line(draft.Title, MaxTitle, "Title") ?? throw new RuleBroken("Give it a title.", "Title");
        Place = Line(draft.Place, MaxPlace, "Place") ?? "";
        if (draft.Capacity is < 1 or > 100_000) throw new RuleBroken("Say how many places there are, or leave it empty when there is room for all.", "Capacity");
        (Day, Starts, Ends, Zone) = (when.Day, when.Starts, when.Ends, when.Zone);
        (Circulation, Capacity) = (draft.Circulation, draft.Capacity);
        (Topic, Partner, DirectedBy, CostPence, CoveredBy) = Facts(draft);
        (About, Themes) = (Short(draft.About, MaxAbout, "About") ?? "", [.. draft.Themes]);
    }

    private static (string?, string?, string?, long?, string?) Facts(EventDraft draft)
    {
        if (draft.CostPence is < 0 or > 1_000_000_000) throw new RuleBroken("Write the cost in pounds and pence, such as 1,240.50.", "Cost");
        return (Line(draft.Topic, MaxShort, "Topic"), Line(draft.Partner, MaxShort, "Partner"), Line(draft.DirectedBy, MaxShort, "DirectedBy"), draft.CostPence, Line(draft.CoveredBy, MaxShort, "CoveredBy"));
    }

    // It stands in subjects of letters and in calendars.
    private static string? Line(string? text, int most, string field) =>
        text?.Trim().Any(char.IsControl) == true ? throw new RuleBroken("Keep it on one line.", field) : Short(text, most, field);

    private static string? Short(string? text, int most, string field) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim() is var said && said.Length <= most ? said : throw new RuleBroken($"Keep it under {most:N0} letters.", field);
}
