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

    public static string Words(this Presence presence) => presence switch
    {
        Presence.There => "was there",
        Presence.DeputyThere => "deputy was there",
        Presence.Away => "was not there",
        _ => "not known",
    };
}
