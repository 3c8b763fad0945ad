using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.News.Public;

/// <summary>The news for feed readers and other sites: Atom (RFC 4287) and JSON Feed 1.1.</summary>
public sealed class NewsFeeds(PublicNews news, Settings settings, Sites sites) : ISitemapPart
{
    private const int Most = 30;
    private static readonly OutputCacheAttribute Kept = new() { PolicyName = PublicCache.Policy, Tags = NewsOnFrontPage.MadeOf };
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/feed.atom", async (NewsFeeds feeds, CancellationToken ct) => Results.Text(await feeds.Atom(ct), "application/atom+xml", Encoding.UTF8)).AllowAnonymous().WithMetadata(Kept).ExcludeFromDescription();
        app.MapGet("/feed.json", async (NewsFeeds feeds, CancellationToken ct) => Results.Text(await feeds.Json(ct), "application/feed+json", Encoding.UTF8)).AllowAnonymous().WithMetadata(Kept).ExcludeFromDescription();
    }

    public async Task<string> Atom(CancellationToken ct)
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var (stories, site) = (await news.Latest(Most, ct), sites.Current);
        var feed = new XElement(atom + "feed",
            new XElement(atom + "id", At("/feed.atom")),
            new XElement(atom + "title", $"{site.Name}: news"),
            site.Strapline.Length > 0 ? new XElement(atom + "subtitle", site.Strapline) : null,
            new XElement(atom + "updated", Moment(stories.Select(s => s.Of.ChangedAt ?? s.Of.PublishedAt!.Value).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max())),
            new XElement(atom + "author", new XElement(atom + "name", site.Name)),
            new XElement(atom + "link", new XAttribute("rel", "self"), new XAttribute("type", "application/atom+xml"), new XAttribute("href", At("/feed.atom"))),
            new XElement(atom + "link", new XAttribute("rel", "alternate"), new XAttribute("type", "text/html"), new XAttribute("href", At("/news"))),
            stories.Select(s => new XElement(atom + "entry",
                // By its own id and not by its address: readers then know it again wherever the site moves.
                new XElement(atom + "id", $"urn:uuid:{s.Of.Id}"),
                new XElement(atom + "title", s.Words.Heading),
                new XElement(atom + "link", new XAttribute("rel", "alternate"), new XAttribute("href", At(s.Of.Path))),
                new XElement(atom + "published", Moment(s.Of.PublishedAt!.Value)),
                new XElement(atom + "updated", Moment(s.Of.ChangedAt ?? s.Of.PublishedAt!.Value)),
                s.About.Select(m => new XElement(atom + "category", new XAttribute("term", m.Code), new XAttribute("label", m.Name))),
                new XElement(atom + "summary", s.Beginning),
                new XElement(atom + "content", new XAttribute("type", "html"), Whole(s)))));
        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{feed}\n";
    }

    public async Task<string> Json(CancellationToken ct) => JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["version"] = "https://jsonfeed.org/version/1.1",
        ["title"] = $"{sites.Current.Name}: news",
        ["description"] = sites.Current.Strapline,
        ["home_page_url"] = At("/news"),
        ["feed_url"] = At("/feed.json"),
        ["language"] = "en-GB",
        ["items"] = (await news.Latest(Most, ct)).Select(s => new Dictionary<string, object?>
        {
            ["id"] = $"urn:uuid:{s.Of.Id}",
            ["url"] = At(s.Of.Path),
            ["title"] = s.Words.Heading,
            ["summary"] = s.Beginning,
            ["content_html"] = Whole(s),
            ["date_published"] = Moment(s.Of.PublishedAt!.Value),
            ["date_modified"] = Moment(s.Of.ChangedAt ?? s.Of.PublishedAt!.Value),
            ["tags"] = s.About.Select(m => m.Name).ToList(),
        }).ToList(),
    }, Readable);

    public async Task<IReadOnlyList<string>> Paths(CancellationToken ct) => ["/news", .. await news.Shown().OrderByDescending(p => p.PublishedAt).Take(10_000).Select(p => "/news/" + p.Slug).ToListAsync(ct)];

    // A statement goes nowhere without the lines that say whose view it is.
    private static string Whole(Story story)
    {
        static string Paragraph(string text) => $"<p>{System.Net.WebUtility.HtmlEncode(text)}</p>";
        var html = new StringBuilder(story.Words.Html);
        foreach (var link in story.Words.Links) html.Append(CultureInfo.InvariantCulture, $"<p><a href=\"{System.Net.WebUtility.HtmlEncode(link.Url)}\">{System.Net.WebUtility.HtmlEncode(link.Text)}</a></p>");
        foreach (var line in story.Words.Under) html.Append(Paragraph(line));
        if (story.Words.FiguresSource.Length > 0) html.Append(Paragraph($"Figures: {story.Words.FiguresSource}"));
        if (story.Of.Invented) html.Append(Paragraph("This story is invented, for a demonstration."));
        return html.ToString();
    }

    private string At(string path) => new Uri(settings.Url, path).AbsoluteUri;

    private static string Moment(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
