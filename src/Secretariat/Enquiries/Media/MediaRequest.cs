using Secretariat.Enquiries.Inbox;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mailing;

namespace Secretariat.Enquiries.Media;

public enum MediaOutcome { MemberSpoke, FactsSupplied, ContactsGiven, NobodyAvailable, Declined }

/// <summary>What a journalist asks for, as it was taken down.</summary>
public sealed record MediaDraft(string? Outlet, string? Topic)
{
    public string? Journalist { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public string? Theme { get; init; }
    public string? Place { get; init; }
    public DateTimeOffset? Deadline { get; init; }
    public bool Invented { get; init; }
}

/// <summary>
/// The media ask, and the secretariat finds members who speak. It has no place for a view of the network: a view is a named
/// person's of a member, and what the secretariat gives is published facts, with their source, or contacts.
/// </summary>
public sealed class MediaRequest : Record, IHoldsPersonalData
{
    public const int MaxShort = 160, MaxTopic = 2000, MaxFacts = 4000, MaxSource = 500;

    private MediaRequest() { }

    public MediaRequest(MediaDraft draft, DateTimeOffset now)
    {
        Outlet = Typed.Line(draft.Outlet, MaxShort, "Outlet") ?? throw new RuleBroken("Say which newspaper, station or site it is.", "Outlet");
        Topic = Typed.Text(draft.Topic, MaxTopic, "Topic") ?? throw new RuleBroken("Say what they want to talk about.", "Topic");
        (Journalist, Phone, Place) = (Typed.Line(draft.Journalist, MaxShort, "Journalist"), Typed.Line(draft.Phone, Enquiry.MaxPhone, "Phone"), Typed.Line(draft.Place, Enquiry.MaxPostcode, "Place"));
        if (!string.IsNullOrWhiteSpace(draft.Email)) (Email, EmailKey) = EmailAddress.Parse(draft.Email) is var address ? (address.Text, address.Key) : default;
        if (draft.Deadline < now) throw new RuleBroken("That deadline is over.", "Deadline");
        (Theme, Deadline, ReceivedAt, Invented) = (string.IsNullOrWhiteSpace(draft.Theme) ? null : draft.Theme.Trim(), draft.Deadline, now, draft.Invented);
    }

    public string Outlet { get; private set; } = "";
    public string? Journalist { get; private set; }
    public string? Phone { get; private set; }
    public string Email { get; private set; } = "";
    public string EmailKey { get; private set; } = "";
    public string Topic { get; private set; } = "";
    public string? Theme { get; private set; }
    public string? Place { get; private set; }
    public DateTimeOffset? Deadline { get; private set; }
    public DateTimeOffset ReceivedAt { get; private set; }
    public MediaOutcome? Outcome { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Whose view it was: the member, and who spoke for it.</summary>
    public Guid? Member { get; private set; }

    public string? Spoke { get; private set; }

    /// <summary>Their record, where one of the member's people has that name.</summary>
    public Guid? Speaker { get; private set; }

    /// <summary>The facts that were supplied, the contacts that were given, or why it was declined.</summary>
    public string? Said { get; private set; }

    /// <summary>Where the facts were published.</summary>
    public string? Source { get; private set; }

    public DateTimeOffset? ErasedAt { get; private set; }
    public bool Invented { get; private set; }

    public bool IsOpen => Outcome is null;

    public void MemberSpoke(Guid member, string? who, Guid? speaker, DateTimeOffset now)
    {
        Spoke = Typed.Line(who, MaxShort, "Who") ?? throw new RuleBroken("Say who spoke: a view is always a named person’s of a member.", "Who");
        (Member, Speaker) = (member, speaker);
        Close(MediaOutcome.MemberSpoke, now);
    }

    public void FactsSupplied(string? facts, string? source, DateTimeOffset now)
    {
        Said = Typed.Text(facts, MaxFacts, "Said") ?? throw new RuleBroken("Write which facts were supplied.", "Said");
        Source = Typed.Line(source, MaxSource, "Source") ?? throw new RuleBroken("Say where they are published: the secretariat supplies published facts only.", "Source");
        Close(MediaOutcome.FactsSupplied, now);
    }

    public void ContactsGiven(string? whose, DateTimeOffset now)
    {
        Said = Typed.Text(whose, MaxFacts, "Said") ?? throw new RuleBroken("Write whose contacts were given.", "Said");
        Close(MediaOutcome.ContactsGiven, now);
    }

    /// <param name="last">The last call to each person who was rung about it.</param>
    public void NobodyAvailable(IReadOnlyCollection<MediaCall> last, DateTimeOffset now)
    {
        if (last.FirstOrDefault(c => c.Result == CallResult.Agreed) is { } agreed) throw new RuleBroken($"{agreed.Name} said that they will speak. If they cannot after all, log it first.", "Outcome");
        if (last.Count == 0) throw new RuleBroken("Nobody was rung yet. Ring somebody of the list and log it, or decline.", "Outcome");
        Close(MediaOutcome.NobodyAvailable, now);
    }

    public void Decline(string? why, DateTimeOffset now)
    {
        Said = Typed.Text(why, MaxFacts, "Said") ?? throw new RuleBroken("Say why, for those who will ask.", "Said");
        Close(MediaOutcome.Declined, now);
    }

    /// <summary>Who asked goes, and whose contacts they were given; that an outlet asked, about what, and what came of it stays.</summary>
    public void Forget(DateTimeOffset now)
    {
        (Journalist, Phone, Email, EmailKey, ErasedAt) = (null, null, "", "", now);
        ForgetContacts();
    }

    internal void ForgetContacts()
    {
        if (Outcome == MediaOutcome.ContactsGiven) Said = Enquiry.Forgotten;
    }

    internal void ForgetSpeaker() => (Spoke, Speaker) = ("somebody there", null);

    private void Close(MediaOutcome outcome, DateTimeOffset now)
    {
        if (!IsOpen) throw new RuleBroken($"It is settled already: {Outcome!.Value.Words()}.");
        (Outcome, ClosedAt) = (outcome, now);
    }
}

public static class MediaWords
{
    public static string Words(this MediaOutcome outcome) => outcome switch
    {
        MediaOutcome.MemberSpoke => "a member spoke",
        MediaOutcome.FactsSupplied => "facts supplied",
        MediaOutcome.ContactsGiven => "contacts given",
        MediaOutcome.NobodyAvailable => "nobody available",
        _ => "declined",
    };

    public static string Words(this CallResult result) => result switch
    {
        CallResult.Agreed => "will speak",
        CallResult.No => "cannot",
        _ => "rung",
    };
}
