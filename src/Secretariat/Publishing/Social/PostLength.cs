using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Secretariat.Publishing.Social;

/// <summary>How long a text is as its channel counts it.</summary>
public static partial class PostLength
{
    /// <summary>What each address is on X, whatever its own length: it is replaced by a short one.</summary>
    public const int Address = 23;

    private const int EmojiWeight = 2;

    public static int Of(SocialChannel channel, string text) => channel switch
    {
        SocialChannel.X => OnX(text),
        SocialChannel.YouTube => Encoding.UTF8.GetByteCount(Typed(text)),
        _ => Typed(text).Length,
    };

    /// <summary>
    /// twitter-text, configuration 3: after NFC a code point of the ranges below counts 1, any other 2, an emoji however many code points it is made of 2, an
    /// address 23. What may or may not be an address there, such as "example.org" without https:// or one that ends in an odd name, counts as the longer of the two, so that nothing that fits here is too long there.
    /// </summary>
    private static int OnX(string typed)
    {
        var text = Typed(typed).Normalize(NormalizationForm.FormC);
        var (length, from) = (0, 0);
        foreach (var found in Addresses().EnumerateMatches(text))
        {
            var address = text.AsSpan(found.Index, found.Length).TrimEnd(".,;:!?)]}'\"’”…");
            if (address.IsEmpty) continue;
            length += Weight(text[from..found.Index]) + (IsSurely(address) ? Address : Math.Max(Address, address.Length));
            from = found.Index + address.Length;
        }
        return length + Weight(text[from..]);
    }

    // A browser sends two signs for one line break.
    private static string Typed(string text) => text.ReplaceLineEndings("\n").Trim();

    private static bool IsSurely(ReadOnlySpan<char> address) => Uri.TryCreate(address.ToString(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        && uri.Host.Split('.') is [.., _, var last] && (last.Length == 2 || Endings.Contains(last));

    // The names of countries have two letters; these are the others that are met every day.
    private static readonly HashSet<string> Endings = ["com", "org", "net", "gov", "edu", "info", "biz", "london", "scot", "wales", "cymru", "news", "online", "events", "eus"];

    private static int Weight(string text)
    {
        var weight = 0;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            weight += IsEmoji(element) ? EmojiWeight : element.EnumerateRunes().Sum(r => r.Value is <= 4351 or (>= 8192 and <= 8205) or (>= 8208 and <= 8223) or (>= 8242 and <= 8247) ? 1 : 2);
        }
        return weight;
    }

    // A flag, a keycap, a face with its skin: one sign on the screen. FE0F asks for the picture of what could be a letter too.
    private static bool IsEmoji(string element) => element.EnumerateRunes().Any(r => r.Value is 0xFE0F or 0x20E3 or (>= 0x1F000 and <= 0x1FAFF));

    // Printable ASCII but for quotes and angles: a range of other letters would, whatever their case, take k and s with it.
    [GeneratedRegex(@"https?://[!#-;=?-~]+|(?<![\w@./-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?![\w@])(?:/[!#-;=?-~]*)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();
}
