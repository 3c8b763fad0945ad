namespace Secretariat.Events.Invitations;

public static class InviteeWords
{
    /// <summary>"sends Maud Osier (officer)"</summary>
    public static string Words(this Invitee invitee) => invitee.Reply switch
    {
        Reply.Coming => "comes",
        Reply.NotComing => "cannot come",
        Reply.Deputy => $"sends {invitee.DeputyName}{(invitee.DeputyRole is { } role ? $" ({role})" : "")}",
        _ => invitee.LeftOut is not null ? "not written to" : invitee.Ticket is not null ? "had a ticket" : invitee.WalkIn ? "was not asked" : "no answer yet",
    };

    /// <summary>The same as a sentence to whoever answered, or to who acts for them.</summary>
    public static string Said(this Invitee invitee, bool actsForThem) => (invitee.Reply, actsForThem) switch
    {
        (Reply.Coming, false) => "You said that you come.",
        (Reply.Coming, true) => $"{invitee.Name} comes.",
        (Reply.NotComing, false) => "You said that you cannot come.",
        (Reply.NotComing, true) => $"{invitee.Name} cannot come.",
        (Reply.Deputy, _) => $"{invitee.DeputyName}{(invitee.DeputyRole is { } role ? $" ({role})" : "")} comes {(actsForThem ? $"in the place of {invitee.Name}" : "in your place")}.",
        _ => "",
    };

    public static string Words(this Presence presence) => presence switch
    {
        Presence.There => "was there",
        Presence.DeputyThere => "deputy was there",
        Presence.Away => "was not there",
        _ => "not known",
    };
}
