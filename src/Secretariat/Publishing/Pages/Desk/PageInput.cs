namespace Secretariat.Publishing.Pages.Desk;

/// <summary>What is typed of a page.</summary>
public sealed class PageInput
{
    public string? Slug { get; set; }
    public string? Title { get; set; }
    public string? Lead { get; set; }
    public string? Text { get; set; }
    public bool InFooter { get; set; }
    public int Version { get; set; }

    public PageWords Words() => PageWords.Typed(Title, Lead, Text);

    public static PageInput Of(SitePage page, PageWords words) =>
        new() { Slug = page.Slug, Title = words.Title, Lead = words.Lead, Text = words.Markdown, InFooter = page.InFooter || page.IsOwed, Version = page.Version };
}

/// <summary>A form that shows it.</summary>
public interface IPageForm
{
    PageInput Input { get; }
}
