using Secretariat.Platform;
using Secretariat.Platform.Files;

namespace Secretariat.Events.Conference;

/// <summary>The signed ways without an account: to one ticket, to one offer of the waiting list, and for one person to a member's places.</summary>
public sealed class TicketTokens(Settings settings)
{
    private const int IdBytes = 16;
    private readonly LinkKey _ticket = new(settings, "event-ticket");
    private readonly LinkKey _place = new(settings, "event-place");
    private readonly LinkKey _places = new(settings, "event-places");

    public string Ticket(Guid ticket) => _ticket.Token(ticket.ToByteArray());

    public Guid? ReadTicket(string token) => _ticket.Read(token) is { Length: IdBytes } says ? new Guid(says) : null;

    public string Place(Guid waiting) => _place.Token(waiting.ToByteArray());

    public Guid? ReadPlace(string token) => _place.Read(token) is { Length: IdBytes } says ? new Guid(says) : null;

    /// <param name="person">Whose letter it was: they name people for as long as they may.</param>
    public string Places(Guid allocation, Guid person) => _places.Token([.. allocation.ToByteArray(), .. person.ToByteArray()]);

    public (Guid Allocation, Guid Person)? ReadPlaces(string token) =>
        _places.Read(token) is { Length: 2 * IdBytes } says ? (new Guid(says.AsSpan(0, IdBytes)), new Guid(says.AsSpan(IdBytes, IdBytes))) : null;
}
