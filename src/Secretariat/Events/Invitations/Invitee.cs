using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mailing;

namespace Secretariat.Events.Invitations;

public enum Reply { None, Coming, NotComing, Deputy }

public enum Presence { Unknown, There, DeputyThere, Away }

/// <summary>Who comes in somebody's place.</summary>
public sealed record NamedDeputy(string? Name, string? Email, string? Role);

/// <summary>One person asked to an event, with the reason why as it was on the day; or one who came without being asked.</summary>
public sealed class Invitee : Record, IHoldsPersonalData
{
    public const string Former = "a former invitee";

    /// <summary>Each gets a letter at an address that somebody typed: enough to change one's mind, too few to write to strangers with.</summary>
    public const int MostDeputies = 4;

    private Invitee() { }

    public Invitee(Guid @event, Guid? person, string name, string role, Guid? organisation, string reason, string? leftOut, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new RuleBroken("Give the name.", "Name");
        (Event, Person, Name, Role, Organisation, Reason, LeftOut, InvitedAt) = (@event, person, name.Trim(), role.Trim(), organisation, reason, leftOut, now);
    }

    public Guid Event { get; private set; }
    public Guid? Person { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>"chief executive, Cumbria"</summary>
    public string Role { get; private set; } = "";

    /// <summary>The member or other body they come from.</summary>
    public Guid? Organisation { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>Why they were not written to, as a sentence.</summary>
    public string? LeftOut { get; private set; }

    public DateTimeOffset InvitedAt { get; private set; }

    /// <summary>Not asked, and there all the same.</summary>
    public bool WalkIn { get; private set; }

    /// <summary>The ticket with which they came, where places are named and nobody is asked.</summary>
    public Guid? Ticket { get; private set; }

    public Reply Reply { get; private set; }
    public DateTimeOffset? RepliedAt { get; private set; }

    /// <summary>Who answered for them, when it was not they themselves.</summary>
    public string? Through { get; private set; }

    /// <summary>The same as a person here, so that they can be forgotten too.</summary>
    public Guid? ThroughPerson { get; private set; }

    public string? DeputyName { get; private set; }
    public string? DeputyEmail { get; private set; }

    /// <summary>By which two spellings of their address are one.</summary>
    public string? DeputyKey { get; private set; }

    public string? DeputyRole { get; private set; }

    /// <summary>How many were named so far, one after the other.</summary>
    public int DeputiesNamed { get; private set; }

    public Presence Presence { get; private set; }

    public bool TakesPlace => Reply is Reply.Coming or Reply.Deputy;
    public bool WasThere => Presence is Presence.There or Presence.DeputyThere;

    public static Invitee WalkedIn(Guid @event, string? name, string? role, Guid? organisation, DateTimeOffset now) =>
        new(@event, null, name ?? "", role ?? "", organisation, "came without being asked", null, now) { WalkIn = true, Presence = Presence.There };

    /// <summary>Came with a ticket: it was checked at the door.</summary>
    public static Invitee CheckedIn(Guid @event, Guid ticket, Guid? person, string name, string role, Guid? organisation, DateTimeOffset now) =>
        new(@event, person, name, role, organisation, "had a ticket", null, now) { WalkIn = true, Ticket = ticket, Presence = Presence.There };

    /// <summary>Was left out when others were asked, and is asked now.</summary>
    public void AskAfterAll(string reason, DateTimeOffset now) => (LeftOut, Reason, InvitedAt) = (null, reason, now);

    public void Answer(GivenReply given, DateTimeOffset now)
    {
        var (_, reply, deputy, through, person) = given;
        if (LeftOut is not null || WalkIn) throw new RuleBroken("This person was not asked.");
        if (reply == Reply.None) throw new RuleBroken("Choose one of the answers.", "Reply");
        var before = DeputyKey;
        (DeputyName, DeputyEmail, DeputyKey, DeputyRole) = reply == Reply.Deputy ? Named(deputy) : (null, null, null, null);
        if (DeputyKey is not null && DeputyKey != before && ++DeputiesNamed > MostDeputies)
            throw new RuleBroken($"{MostDeputies} deputies were named already, and each was written to. Answer the letter: the secretariat will help.", "DeputyEmail");
        (Reply, RepliedAt, Through, ThroughPerson) = (reply, now, string.IsNullOrWhiteSpace(through) ? null : through.Trim(), person);
    }

    /// <summary>As staff saw it.</summary>
    public void Mark(Presence presence)
    {
        if (presence == Presence.DeputyThere && DeputyName is null) throw new RuleBroken($"{Name} named no deputy. Whoever came instead goes below, as somebody who came without being asked.", "Presence");
        Presence = presence;
    }

    internal void Forget()
    {
        (Person, Name, Role, Reason, Through, ThroughPerson) = (null, Former, "", "erased", null, null);
        ForgetDeputy();
    }

    internal void ForgetDeputy() => (DeputyName, DeputyEmail, DeputyKey, DeputyRole) = (DeputyName is null ? null : "a deputy", null, null, null);

    internal void ForgetThrough() => (Through, ThroughPerson) = ("somebody who acted for them", null);

    /// <summary>What was written of who was there is taken back.</summary>
    internal void Unmark() => Presence = Presence.Unknown;

    private static (string, string, string, string?) Named(NamedDeputy? deputy)
    {
        if (string.IsNullOrWhiteSpace(deputy?.Name)) throw new RuleBroken("Say who comes instead.", "DeputyName");
        if (EmailAddress.TryParse(deputy.Email ?? "") is not { } address) throw new RuleBroken("Give their e-mail address: they get the invitation by it.", "DeputyEmail");
        return (deputy.Name.Trim(), address.Text, address.Key, string.IsNullOrWhiteSpace(deputy.Role) ? null : deputy.Role.Trim());
    }
}
