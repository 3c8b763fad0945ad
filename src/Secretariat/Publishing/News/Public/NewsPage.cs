using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.Tiles;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.News.Public;

/// <summary>A story with what its page needs besides: where its members are, and what search engines and other sites read.</summary>
public sealed record NewsPage(Story Story, TileMap Map, Uri Address, Site Site)
{
    public static async Task<NewsPage> Of(Db db, Story story, Uri url, Site site, CancellationToken ct)
    {
        var named = story.About.Select(m => m.Id).ToHashSet();
        var members = await db.Set<Organisation>().AsTiles().ToListAsync(ct);
        var map = new TileMap("Where they are", [.. members.Select(m => m.At($"/members/{m.Code}", named.Contains(m.Id) || story.Of.AboutAll ? TileLook.Filled : TileLook.Plain))]);
        return new NewsPage(story, map, new Uri(url, story.Of.Path), site);
    }

    /// <summary>As schema.org has it. The serializer writes angle brackets as escapes, so it cannot end the element that it stands in.</summary>
    public string JsonLd => JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "NewsArticle",
        ["headline"] = Story.Words.Heading,
        ["description"] = Story.Beginning,
        ["url"] = Address.AbsoluteUri,
        ["mainEntityOfPage"] = Address.AbsoluteUri,
        ["datePublished"] = Story.Of.PublishedAt,
        ["dateModified"] = Story.Of.ChangedAt ?? Story.Of.PublishedAt,
        ["inLanguage"] = "en-GB",
        ["isAccessibleForFree"] = true,
        ["publisher"] = new Dictionary<string, object?> { ["@type"] = "Organization", ["name"] = Site.Name, ["url"] = new Uri(Address, "/").AbsoluteUri },
        ["about"] = Story.About.Select(m => new Dictionary<string, object?> { ["@type"] = "Organization", ["name"] = m.Name, ["url"] = new Uri(Address, $"/members/{m.Code}").AbsoluteUri }).ToList(),
    });
}
