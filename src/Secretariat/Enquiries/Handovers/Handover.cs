using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Enquiries.Handovers;

public enum HandoverState { Asked, Accepted, Answered, HandedBack, AlreadyDealing, CameBack, NotNeeded }

/// <summary>An enquiry passed to a member, with who asked: for this purpose, to a named person there, until it is settled or comes back.</summary>
public sealed class Handover : Record, IHoldsPersonalData
{
    public const int MaxNote = 2000, MaxReason = 500;
    public const string Former = "somebody there";

    private Handover() { }

    public Handover(Guid enquiry, Guid member, Guid person, string name, string? note, DateOnly due, DateTimeOffset now) =>
        (Enquiry, Member, Person, Name, Note, Due, At) = (enquiry, member, person, name, Inbox.Typed.Text(note, MaxNote, "Note"), due, now);

    public Guid Enquiry { get; private set; }
    public Guid Member { get; private set; }

    /// <summary>Whom it was written to; their PA has it in copy.</summary>
    public Guid? Person { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>What the secretariat says to the member, beside the enquirer's own words.</summary>
    public string? Note { get; private set; }

    public HandoverState State { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>The last day before it comes back by itself.</summary>
    public DateOnly Due { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Who settled it, by name; null where the member told us of it.</summary>
    public string? SettledBy { get; private set; }

    /// <summary>The same as a person here; whoever has the link and is none stands under whom it was written to.</summary>
    public Guid? Settler { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>The member has it, and nobody else waits for it.</summary>
    public bool IsRunning => State is HandoverState.Asked or HandoverState.Accepted;

    /// <summary>A late answer is welcome too, for as long as the enquiry is open.</summary>
    public bool CanBeSettled => IsRunning || State == HandoverState.CameBack;

    public void Accept(Actor by, DateOnly due)
    {
        if (!CanBeSettled) throw new RuleBroken($"This was settled already: {State.Words()}.");
        if (State == HandoverState.Accepted) throw new RuleBroken("You have taken it on already. Answer below, or hand it back.");
        (State, SettledBy, Settler, Due) = (HandoverState.Accepted, by.Name, by.Person, due);
    }

    public void Answer(Actor by, DateTimeOffset now) => Settle(HandoverState.Answered, by, null, now);

    /// <summary>The member answered by telephone or letter, and told the secretariat.</summary>
    public void AnsweredElsewhere(DateTimeOffset now)
    {
        if (CanBeSettled) (State, SettledBy, Settler, SettledAt) = (HandoverState.Answered, null, null, now);
    }

    public void HandBack(Actor by, string? reason, DateTimeOffset now) =>
        Settle(HandoverState.HandedBack, by, Inbox.Typed.Text(reason, MaxReason, "Reason") ?? throw new RuleBroken("Say why it is not for you, so that we find somebody else for it.", "Reason"), now);

    public void DealAlready(Actor by, string? reason, DateTimeOffset now) => Settle(HandoverState.AlreadyDealing, by, Inbox.Typed.Text(reason, MaxReason, "Reason"), now);

    /// <summary>Nothing was heard in time.</summary>
    public void ComeBack(DateTimeOffset now)
    {
        if (IsRunning) (State, SettledAt) = (HandoverState.CameBack, now);
    }

    /// <summary>Somebody else answered, or the secretariat closed it.</summary>
    public void Release(DateTimeOffset now)
    {
        if (CanBeSettled) (State, SettledAt) = (HandoverState.NotNeeded, now);
    }

    internal void Forget(Guid person)
    {
        if (Person == person) (Person, Name) = (null, Former);
        if (Settler == person) (Settler, SettledBy) = (null, Former);
    }

    /// <summary>The enquirer is erased: what was said about them goes too.</summary>
    internal void ForgetEnquirer() => (Note, Reason) = (Note is null ? null : Inbox.Enquiry.Forgotten, Reason is null ? null : Inbox.Enquiry.Forgotten);

    private void Settle(HandoverState state, Actor by, string? reason, DateTimeOffset now)
    {
        if (!CanBeSettled) throw new RuleBroken($"This was settled already: {State.Words()}.");
        (State, SettledBy, Settler, Reason, SettledAt) = (state, by.Name, by.Person, reason, now);
    }
}

public static class HandoverWords
{
    public static string Words(this HandoverState state) => state switch
    {
        HandoverState.Asked => "asked",
        HandoverState.Accepted => "taken on",
        HandoverState.Answered => "answered",
        HandoverState.HandedBack => "handed back",
        HandoverState.AlreadyDealing => "dealing with them already",
        HandoverState.CameBack => "not settled in time",
        _ => "no longer needed",
    };
}
