using Secretariat.Platform;
using Secretariat.Platform.Files;

namespace Secretariat.Events.Invitations;

/// <summary>The signed ways to an event without an account: one invitation for one person, or for the deputy they named; and the calendar of one person, to be read by their own program.</summary>
public sealed class EventTokens(Settings settings)
{
    private const int IdBytes = 16;
    private readonly LinkKey _invitation = new(settings, "event");
    private readonly LinkKey _deputy = new(settings, "event-deputy");
    private readonly LinkKey _calendar = new(settings, "calendar");

    /// <param name="person">Whose letter it was: the one who is asked, or their PA.</param>
    public string For(Guid invitee, Guid person) => _invitation.Token([.. invitee.ToByteArray(), .. person.ToByteArray()]);

    /// <param name="number">Which of the deputies: whoever is replaced reads no more papers by their link.</param>
    public string ForDeputy(Guid invitee, int number) => _deputy.Token([.. invitee.ToByteArray(), .. BitConverter.GetBytes(number)]);

    public (Guid Invitee, Guid Person)? Read(string token) =>
        _invitation.Read(token) is { Length: 2 * IdBytes } says ? (new Guid(says.AsSpan(0, IdBytes)), new Guid(says.AsSpan(IdBytes, IdBytes))) : null;

    public (Guid Invitee, int Number)? ReadDeputy(string token) =>
        _deputy.Read(token) is { Length: IdBytes + sizeof(int) } says ? (new Guid(says.AsSpan(0, IdBytes)), BitConverter.ToInt32(says, IdBytes)) : null;

    public string Calendar(Guid person) => _calendar.Token(person.ToByteArray());

    public Guid? ReadCalendar(string token) => _calendar.Read(token) is { Length: IdBytes } says ? new Guid(says) : null;
}
