using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Publishing.Pages;

/// <summary>What stood on a page from one day on: it is never changed, only followed by the next.</summary>
public sealed class PageVersion : Record, IHoldsPersonalData
{
    private PageVersion() { }

    internal PageVersion(Guid page, int number, PageWords words, bool inFooter, Actor by, DateTimeOffset now, bool ofPack)
    {
        (Page, Number, InFooter, OfPack) = (page, number, inFooter, ofPack);
        (Title, Lead, Markdown, Html, Hash) = (words.Title, words.Lead, words.Markdown, words.Html, words.Hash());
        (PublishedBy, Publisher, PublishedAt) = (by.Name, by.Person, now);
    }

    public Guid Page { get; private set; }
    public int Number { get; private set; }
    public string Title { get; private set; } = "";
    public string Lead { get; private set; } = "";
    public string Markdown { get; private set; } = "";
    public string Html { get; private set; } = "";
    public string Hash { get; private set; } = "";

    /// <summary>Whether it was linked at the foot of every page.</summary>
    public bool InFooter { get; private set; }

    /// <summary>The data pack brought it, and nobody here wrote it.</summary>
    public bool OfPack { get; private set; }

    public string PublishedBy { get; private set; } = "";
    public Guid? Publisher { get; private set; }
    public DateTimeOffset PublishedAt { get; private set; }
    public PageWords Words => PageWords.Kept(Title, Lead, Markdown, Html);

    internal void ForgetPublisher() => (PublishedBy, Publisher) = ("a former colleague", null);
}
