using Secretariat.Enquiries.Inbox;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Influence.Engagements;

public enum PromiseEnd { Kept, LetGo }

/// <param name="Person">Who of ours; null when it is theirs.</param>
public sealed record PromiseDraft(Guid? Person, string? What, DateOnly? Due);

/// <summary>What was promised at a contact, by us or to us. It comes back until it is kept or let go.</summary>
public sealed class Promise : Record, IHoldsPersonalData
{
    public const int MaxWhat = 300;

    private Promise() { }

    /// <param name="person">Null for what the other side promised.</param>
    public Promise(Engagement at, Guid? person, string name, PromiseDraft draft, DateTimeOffset now)
    {
        What = Typed.Line(draft.What, MaxWhat, "What") ?? throw new RuleBroken("Say what was promised.", "What");
        var due = draft.Due ?? throw new RuleBroken("Say by when it was promised.", "Due");
        if (due < at.On) throw new RuleBroken("A promise is for a day after the contact.", "Due");
        (Engagement, Organisation, Person, Name, Ours, Due, MadeAt) = (at.Id, at.Organisation, person, name, person is not null, due, now);
    }

    public Guid Engagement { get; private set; }
    public Guid Organisation { get; private set; }
    public Guid? Person { get; private set; }
    public string Name { get; private set; } = "";
    public bool Ours { get; private set; }
    public string What { get; private set; } = "";
    public DateOnly Due { get; private set; }
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>Why it takes longer.</summary>
    public string? Because { get; private set; }

    public PromiseEnd? End { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public string? Outcome { get; private set; }

    public bool IsOpen => End is null;

    public void Keep(string? outcome, DateTimeOffset now)
    {
        Needs();
        (End, EndedAt, Outcome) = (PromiseEnd.Kept, now, Typed.Line(outcome, MaxWhat, "Because"));
    }

    public void LetGo(string? why, DateTimeOffset now)
    {
        Needs();
        Outcome = Typed.Line(why, MaxWhat, "Because") ?? throw new RuleBroken("Say why it is let go.", "Because");
        (End, EndedAt) = (PromiseEnd.LetGo, now);
    }

    public void Delay(DateOnly? until, string? because, DateOnly today)
    {
        Needs();
        if (until is not { } day || day <= today) throw new RuleBroken($"Say until when: a day after {today.Plain()}.", "Until");
        Because = Typed.Line(because, MaxWhat, "Because") ?? throw new RuleBroken("Say why it takes longer, in a few words.", "Because");
        Due = day;
    }

    internal void Forget() => (Person, Name, Because, Outcome) = (null, "somebody whose name was erased", null, null);

    private void Needs()
    {
        if (!IsOpen) throw new RuleBroken(End == PromiseEnd.Kept ? "It was kept already." : "It was let go already.");
    }
}
