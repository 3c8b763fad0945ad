using Secretariat.Platform.Contracts;

namespace Secretariat.Events.Conference;

/// <summary>What the privacy page says of tickets.</summary>
public sealed class TicketPrivacy : IPrivacyPart
{
    public IReadOnlyCollection<string> Tags => [];

    public Task<PrivacyPart> Of(CancellationToken ct) => Task.FromResult(new PrivacyPart("When you come to an event with tickets",
    [
        "We keep your name, your e-mail address, who named you and whether you came, to let you in and to count who used their places.",
        "What you tell us that you eat, or need to get in, is read by those who prepare it. It stands on no list for the door, and is erased when you ask for it.",
    ]));
}
