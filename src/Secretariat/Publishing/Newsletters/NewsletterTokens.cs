using Secretariat.Platform;
using Secretariat.Platform.Files;

namespace Secretariat.Publishing.Newsletters;

/// <summary>The signed way by which somebody confirms, from their own mailbox, that they want the newsletter.</summary>
public sealed class NewsletterTokens(Settings settings)
{
    private const int IdBytes = 16;
    private readonly LinkKey _key = new(settings, "newsletter");

    public string For(Guid subscriber) => _key.Token(subscriber.ToByteArray());

    public Guid? Read(string token) => _key.Read(token) is { Length: IdBytes } says ? new Guid(says) : null;
}
