using System.Text;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Texts;

/// <summary>A title as it stands in an address: its letters and digits, with hyphens between the words.</summary>
public static class Slugs
{
    private const int Longest = 80;

    public static string From(string? title)
    {
        var words = new StringBuilder();
        foreach (var letter in (title ?? "").Folded())
            if (char.IsAsciiLetterOrDigit(letter)) words.Append(letter);
            else if (words.Length > 0 && words[^1] != '-' && letter is not ('’' or '\'')) words.Append('-');
        if (words.Length <= Longest) return words.ToString().Trim('-');
        // Between words, where there is one: half a word reads like another.
        var cut = words.ToString(0, Longest + 1).LastIndexOf('-');
        return words.ToString(0, cut > Longest / 2 ? cut : Longest).Trim('-');
    }

    /// <summary>The same, or with a number behind it when that is taken.</summary>
    public static string Free(string slug, IReadOnlySet<string> taken) =>
        !taken.Contains(slug) ? slug : Enumerable.Range(2, taken.Count + 1).Select(n => $"{slug}-{n}").First(s => !taken.Contains(s));
}
