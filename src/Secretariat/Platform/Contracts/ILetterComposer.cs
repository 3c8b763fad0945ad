using Secretariat.Platform.Data;

namespace Secretariat.Platform.Contracts;

/// <summary>Writes the letters of one class. A batch is written once, as a template with holes; each letter fills the holes when it is sent.</summary>
public interface ILetterComposer
{
    /// <summary>The class of batch that this composer writes: "bulletin", "sign-in".</summary>
    string Class { get; }

    /// <summary>One render for the whole batch.</summary>
    Task<LetterTemplate> Write(Db db, LetterBatch batch, CancellationToken ct);

    /// <summary>
    /// What only the moment of sending may make: a sign-in token, a signed link. Adds to <paramref name="holes"/>, which come with the
    /// delivery's merge data. A secret is stored as its hash only, so it cannot be made any earlier than this.
    /// </summary>
    ValueTask Fill(LetterTo letter, IDictionary<string, string> holes, CancellationToken ct) => ValueTask.CompletedTask;
}

/// <param name="About">The record the batch is about, an edition for example.</param>
/// <param name="Content">What <c>Letters.Post</c> was given, for a one-off letter.</param>
public sealed record LetterBatch(Guid Id, string Class, Guid? About, string? Content);

public sealed record LetterTo(Guid Delivery, Guid Batch, Guid? Person, string Address);

/// <param name="Holes">The names that may stand as {{name}} in subject, parts, headers and links; any other braces stay what they are: text.</param>
public sealed record LetterTemplate(string Subject, string Html, string Text, IReadOnlyCollection<string> Holes)
{
    /// <summary>Whose letter it is, when not simply the site's: the name beside <c>Mail__From</c>.</summary>
    public string? FromName { get; init; }

    public string? ReplyTo { get; init; }

    /// <summary>"bulletin" becomes <c>List-Id: &lt;bulletin.network.example&gt;</c>.</summary>
    public string? List { get; init; }

    /// <summary>An https address that unsubscribes by POST (RFC 8058); it may have holes.</summary>
    public string? Unsubscribe { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>An invitation that calendar programs read, as a third form of the letter.</summary>
    public LetterCalendar? Calendar { get; init; }
}

/// <param name="Method">"REQUEST" or "CANCEL"; the same stands in the text.</param>
/// <param name="Text">RFC 5545; it may have holes, whose values are put in as they are.</param>
public sealed record LetterCalendar(string Method, string Text);
