using Secretariat.Platform.Data;
using Secretariat.Platform.Texts;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.News;

namespace Secretariat.Publishing.Pages;

/// <summary>A page of the network's own: what staff write on it now, and which version of it everybody reads.</summary>
public sealed class SitePage : Record
{
    public const int MaxSlug = 60, MaxWhy = 300;

    private SitePage() { }

    public SitePage(string slug, PageWords words)
    {
        if (slug != Slugs.From(slug) || slug.Length is 0 or > MaxSlug) throw new RuleBroken($"Write its address in small letters, digits and hyphens, such as about-us, with {MaxSlug} at most.", nameof(Slug));
        Slug = slug;
        Write(words);
    }

    /// <summary>Its address is this behind the site's: /about.</summary>
    public string Slug { get; private set; } = "";

    public WebState State { get; private set; }
    public string Title { get; private set; } = "";
    public string Lead { get; private set; } = "";

    /// <summary>As it was typed.</summary>
    public string Markdown { get; private set; } = "";

    public string Html { get; private set; } = "";

    /// <summary>Whether it is to be linked at the foot of every page, from its next version on.</summary>
    public bool InFooter { get; private set; }

    /// <summary>The number of the last version that was published; 0 while there is none.</summary>
    public int Latest { get; private set; }

    public DateTimeOffset? TakenOffAt { get; private set; }

    /// <summary>What everybody reads at its address since.</summary>
    public string? TakenOffWhy { get; private set; }

    public bool Invented { get; init; }
    public string Path => $"/{Slug}";
    public PageWords Words => PageWords.Kept(Title, Lead, Markdown, Html);

    /// <summary>A page that visitors have a right to: it is changed, and never taken off.</summary>
    public bool IsOwed => Owed.Contains(Slug);

    /// <summary>The law asks for both, and the program says them itself until the network does.</summary>
    public static readonly IReadOnlyList<string> Owed = ["accessibility", "privacy"];

    public void Write(PageWords words) => (Title, Lead, Markdown, Html) = (words.Title, words.Lead, words.Markdown, words.Html);

    public void Show(bool inFooter) => InFooter = inFooter;

    /// <summary>Somebody read exactly these words, says that they are no statement, and lets them stand there.</summary>
    /// <param name="read">The hash of what they read.</param>
    public PageVersion Publish(string read, ItemKind? kind, Actor by, DateTimeOffset now)
    {
        if (kind == ItemKind.Statement) throw new RuleBroken("This is a statement, and no statement leaves without the members’ agreement. Put its text to them in a round.", "Kind");
        if (kind != ItemKind.Information) throw new RuleBroken("Confirm that it is information, and no statement.", "Kind");
        if (Words.Hash() != read) throw new RuleBroken("The text was changed while you were reading it. Read it again below, then publish it.");
        return Stand(by, now, ofPack: false);
    }

    /// <summary>The data pack brings it, and it stands there as the pack's.</summary>
    public PageVersion FromPack(DateTimeOffset now) => Stand(Actor.Pack, now, ofPack: true);

    public void TakeOff(string? why, DateTimeOffset now)
    {
        if (State != WebState.Published) throw new RuleBroken($"It is {State.Words()}.");
        if (IsOwed) throw new RuleBroken("Visitors have a right to this page, so it is not taken off. Change its words instead.");
        var said = why?.Trim() ?? "";
        if (said.Length == 0) throw new RuleBroken("Say why: whoever comes back to its address reads it.", "Why");
        if (said.Length > MaxWhy || said.Any(char.IsControl)) throw new RuleBroken($"Keep it on one line and under {MaxWhy} letters.", "Why");
        Holes.Refuse(said, "Why");
        (State, TakenOffAt, TakenOffWhy) = (WebState.TakenOff, now, said);
    }

    private PageVersion Stand(Actor by, DateTimeOffset now, bool ofPack)
    {
        (State, TakenOffAt, TakenOffWhy) = (WebState.Published, null, null);
        return new PageVersion(Id, ++Latest, Words, InFooter, by, now, ofPack);
    }
}
