using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mailing;

namespace Secretariat.Publishing.Newsletters;

/// <summary>
/// Somebody outside who asked for the newsletter: to which words they agreed, when, and that they confirmed it from their own mailbox.
/// Whether they have left since, the list that people leave knows.
/// </summary>
public sealed class Subscriber : Record, IHoldsPersonalData
{
    public const int MaxName = 100, MaxWords = 500;

    /// <summary>So long a letter that asks for confirmation holds; then the address is forgotten.</summary>
    public static readonly TimeSpan Holds = TimeSpan.FromDays(14);

    private Subscriber() { }

    public Subscriber(EmailAddress address, string? name, string words, DateTimeOffset now)
    {
        (Email, EmailKey) = (address.Text, address.Key);
        Ask(name, words, now);
    }

    public string Email { get; private set; } = "";
    public string EmailKey { get; private set; } = "";
    public string? Name { get; private set; }

    /// <summary>What stood beside the button.</summary>
    public string Words { get; private set; } = "";

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>When somebody last asked for this address: its owner, or anybody who typed it. Until it is confirmed it proves nothing.</summary>
    public DateTimeOffset TypedAt { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }
    public bool Invented { get; init; }

    public void Ask(string? name, string words, DateTimeOffset now)
    {
        var called = string.IsNullOrWhiteSpace(name) ? null : name.Trim();
        if (called?.Length > MaxName || called?.Any(c => char.IsControl(c) || c is '{' or '}' or '<' or '>') == true) throw new RuleBroken($"Write the name on one line, in at most {MaxName} letters.", "Name");
        TypedAt = now;
        // Whoever types somebody else's address neither renames them nor touches what they agreed to.
        if (ConfirmedAt is null) (Name, Words, AskedAt) = (called, words, now);
    }

    /// <summary>From their own mailbox. What was asked for since the last time is theirs too, with the words that stand there now.</summary>
    public void Confirm(string words, DateTimeOffset now)
    {
        if (ConfirmedAt is null && now > AskedAt + Holds) throw new RuleBroken("This link is older than two weeks. Ask for the newsletter again, and a new letter comes.");
        if (ConfirmedAt is null || TypedAt > AskedAt) (Words, AskedAt, ConfirmedAt) = (words, TypedAt, now);
    }
}
