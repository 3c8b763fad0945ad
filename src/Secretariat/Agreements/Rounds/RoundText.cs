using System.Text.Json.Nodes;
using Secretariat.Platform.Data;
using Secretariat.Platform.Texts;

namespace Secretariat.Agreements.Rounds;

/// <summary>
/// The text that a round asks about, as values: this is what is hashed, agreed to and, when it is a statement, released.
/// Pages and letters are made from it, and none of those is ever hashed.
/// </summary>
public sealed record RoundText(string Subject, string Html, IReadOnlyList<TextLink> Links)
{
    public const int MaxSubject = 200;

    public static RoundText Written(string? subject, string? markdown, IEnumerable<TextLink> links)
    {
        var title = subject?.Trim() ?? "";
        if (title.Length == 0) throw new RuleBroken("Give the text a subject.", "Subject");
        if (title.Length > MaxSubject || title.Any(char.IsControl)) throw new RuleBroken($"Keep the subject on one line and under {MaxSubject} letters.", "Subject");
        Holes.Refuse(title, "Subject");
        return new RoundText(title, SmallHtml.FromMarkdown(markdown), [.. links.Where(l => l.Text.Trim().Length + l.Url.Trim().Length > 0).Select(l => l.Checked())]);
    }

    /// <summary>RFC 8785, so that the same words always have the same hash.</summary>
    public string Canonical() => CanonicalJson.Of(new JsonObject
    {
        ["subject"] = Subject,
        ["text"] = Html,
        ["links"] = new JsonArray([.. Links.Select(l => new JsonObject { ["text"] = l.Text, ["url"] = l.Url })]),
    });

    public string Hash() => CanonicalJson.Hash(Canonical());

    public static RoundText Parse(string canonical)
    {
        var root = JsonNode.Parse(canonical)!.AsObject();
        return new RoundText(root["subject"]!.GetValue<string>(), root["text"]!.GetValue<string>(),
            [.. root["links"]!.AsArray().Select(l => new TextLink(l!["text"]!.GetValue<string>(), l["url"]!.GetValue<string>()))]);
    }
}

/// <summary>Where to read on: a paper of this site (from /) or a secure address.</summary>
public sealed record TextLink(string Text, string Url)
{
    public TextLink Checked(string field = "Links")
    {
        var (words, address) = (Text.Trim(), Url.Trim());
        if (words.Length == 0) throw new RuleBroken($"Give the link to {address} some words: say where it leads.", field);
        var own = address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\');
        var web = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0;
        if ((!own && !web) || address.Length > 1000 || address.Any(char.IsWhiteSpace)) throw new RuleBroken($"“{address}” is not an address that a link can lead to. It begins with https:// (or with / for a page of this site).", field);
        Holes.Refuse(words + address, field);
        return new TextLink(words, address);
    }
}
