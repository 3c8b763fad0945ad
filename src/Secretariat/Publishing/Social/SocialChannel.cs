using System.Text.RegularExpressions;

namespace Secretariat.Publishing.Social;

/// <summary>Where posts are made, by hand: the program writes no posts itself and so never claims that one is there.</summary>
public enum SocialChannel { X, LinkedIn, Flickr, YouTube }

/// <summary>What a channel takes and where it is.</summary>
/// <param name="MaxText">As <see cref="PostLength"/> counts it for this channel.</param>
/// <param name="MaxTitle">0 where posts have no title.</param>
/// <param name="MaxAlt">0 where a picture has no text of its own beside it, and the description has to say what is seen.</param>
/// <param name="Counts">In what the length is counted, for the page.</param>
/// <param name="Like">What the address of a post looks like there, for the sentence that refuses another.</param>
public sealed partial record ChannelFacts(SocialChannel Channel, string Name, int MaxText, int MaxTitle, int MaxAlt, string Counts, string Like)
{
    public string Open(string text) => Channel switch
    {
        SocialChannel.X => $"https://x.com/intent/post?text={Uri.EscapeDataString(text)}",
        SocialChannel.LinkedIn => "https://www.linkedin.com/feed/?shareActive=true",
        SocialChannel.Flickr => "https://www.flickr.com/photos/upload/",
        _ => "https://studio.youtube.com/",
    };

    /// <summary>Whether this can be the address of a post there: a channel's front page is none.</summary>
    public bool IsPost(Uri address) => address.Scheme == Uri.UriSchemeHttps && Channel switch
    {
        SocialChannel.X => At(address, "x.com", "twitter.com") && address.Segments is [_, _, "status/", { Length: > 0 } number, ..] && number.Trim('/').All(char.IsAsciiDigit),
        SocialChannel.LinkedIn => At(address, "linkedin.com") && (address.AbsolutePath.StartsWith("/posts/", StringComparison.Ordinal) || address.AbsolutePath.StartsWith("/feed/update/", StringComparison.Ordinal)) && address.Segments.Length > 2,
        SocialChannel.Flickr => (At(address, "flickr.com") && address.Segments is [_, "photos/", _, _, ..]) || (At(address, "flic.kr") && address.Segments.Length > 2),
        _ => (At(address, "youtube.com") && ((address.AbsolutePath == "/watch" && address.Query.Contains("v=", StringComparison.Ordinal)) || address.Segments is [_, "shorts/" or "live/", _, ..])) || (At(address, "youtu.be") && address.Segments.Length == 2),
    };

    /// <summary>Which post it is, however its address is written: with or without what was tracked, by the channel's short name or its long one.</summary>
    public string KeyOf(Uri address) => $"{Channel}:" + Channel switch
    {
        _ when !IsPost(address) => address.Host + address.AbsolutePath.TrimEnd('/'),
        SocialChannel.X => address.Segments[3].Trim('/'),
        SocialChannel.YouTube when address.AbsolutePath == "/watch" => Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(address.Query)["v"].ToString(),
        SocialChannel.LinkedIn when LinkedInNumber().Match(address.AbsolutePath) is { Success: true } number => number.Value,
        SocialChannel.Flickr when address.Segments.Length > 3 => (address.Segments[2] + address.Segments[3]).Trim('/'),
        _ => address.Segments[^1].Trim('/'),
    };

    // Both kinds of address there carry the number of the activity; what follows it differs.
    [GeneratedRegex(@"\d{15,}")]
    private static partial Regex LinkedInNumber();

    private static bool At(Uri address, params string[] hosts) => hosts.Any(h => address.Host == h || address.Host.EndsWith("." + h, StringComparison.Ordinal));
}

public static class Channels
{
    /// <summary>
    /// The limits: X as twitter-text's configuration 3 has it (280, alt text 1,000); LinkedIn 3,000, alt text 4,086; YouTube's Data API a title of 100 characters
    /// and a description of 5,000 bytes. Flickr publishes none for a photo page's description, so it has the shortest that serves.
    /// </summary>
    public static readonly IReadOnlyList<ChannelFacts> All =
    [
        new(SocialChannel.X, "X", 280, 0, 1000, "X’s own count: an address counts 23, an emoji 2", "https://x.com/name/status/123"),
        new(SocialChannel.LinkedIn, "LinkedIn", 3000, 0, 4086, "letters", "https://www.linkedin.com/posts/…"),
        new(SocialChannel.Flickr, "Flickr", 5000, 255, 0, "letters", "https://www.flickr.com/photos/name/123"),
        new(SocialChannel.YouTube, "YouTube", 5000, 100, 0, "bytes: an accented letter counts 2", "https://www.youtube.com/watch?v=…"),
    ];

    public static ChannelFacts Facts(this SocialChannel channel) => All.FirstOrDefault(c => c.Channel == channel) ?? throw new ArgumentOutOfRangeException(nameof(channel));
}
