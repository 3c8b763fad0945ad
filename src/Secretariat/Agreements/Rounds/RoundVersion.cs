using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds;

/// <summary>One wording of a round's text. Once it was shown it is never changed: the next wording is the next version.</summary>
public sealed class RoundVersion : Record
{
    private RoundVersion() { }

    internal RoundVersion(Guid round, int number, string? markdown, RoundText text)
    {
        (Round, Number) = (round, number);
        Put(markdown, text);
    }

    public Guid Round { get; private set; }

    /// <summary>1 is the text that the round opened with.</summary>
    public int Number { get; private set; }

    public string Subject { get; private set; } = "";

    /// <summary>As it was typed, for the form.</summary>
    public string Markdown { get; private set; } = "";

    /// <summary>The text's canonical form, of which <see cref="Hash"/> is the hash.</summary>
    public string Canonical { get; private set; } = "";

    public string Hash { get; private set; } = "";

    /// <summary>When it went round; null while it is a draft.</summary>
    public DateTimeOffset? ShownAt { get; private set; }

    /// <summary>Its own closing time, said when it was shown.</summary>
    public DateTimeOffset? ClosesAt { get; private set; }

    /// <summary>It changes no meaning: two named Chairs passed it and nobody objected, so that an agreement to the words before it holds.</summary>
    public bool Correction { get; internal init; }

    public RoundText Text => RoundText.Parse(Canonical);

    internal void Put(string? markdown, RoundText text)
    {
        if (ShownAt is not null) throw new RuleBroken("This wording has been shown to members: write a new version instead.", "Text");
        (Subject, Markdown, Canonical, Hash) = (text.Subject, (markdown ?? "").ReplaceLineEndings("\n").Trim(), text.Canonical(), text.Hash());
    }

    internal void Show(DateTimeOffset at, DateTimeOffset closesAt) => (ShownAt, ClosesAt) = (at, closesAt);
}
