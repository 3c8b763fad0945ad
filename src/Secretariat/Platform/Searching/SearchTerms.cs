using System.Text;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Searching;

/// <summary>
/// The form in which words are kept and looked for: small letters and digits, no accents, one space around each word. Nothing of what
/// somebody types is left that a database could take for an operator.
/// </summary>
public sealed record SearchTerms(IReadOnlyList<string> Terms)
{
    public const int MaxQuery = 200;
    private const int MaxTerms = 8, Trigram = 3;

    public bool IsEmpty => Terms.Count == 0;

    public static SearchTerms Read(string? query)
    {
        var typed = query ?? "";
        return new([.. Plain(typed.Length > MaxQuery ? typed[..MaxQuery] : typed).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MaxTerms)]);
    }

    /// <summary>The text as it is kept: a space before the first word and after the last.</summary>
    public static string Kept(string text) => Plain(text) is { Length: > 0 } plain ? $" {plain} " : " ";

    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Folded())
        {
            if (char.IsLetterOrDigit(letter)) plain.Append(letter);
            // O'Brien is one word, whoever types it.
            else if (letter is not ('\'' or '’' or '‘' or '`') && plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }
        return plain.ToString().TrimEnd();
    }

    /// <summary>A letter that nobody types: before each word of a title, so that titles are looked through by the same index as all the rest.</summary>
    public const char Mark = 'ꝏ';

    /// <summary>A title as it is kept beside the text.</summary>
    public static string Called(string title) => Plain(title) is { Length: > 0 } plain ? $"{Mark}{plain.Replace(' ', Mark)}{Mark}" : "";

    /// <summary>What titles have of whoever is called by these words: each begins a word, a single letter is one.</summary>
    public IReadOnlyList<string> InTitle => [.. Terms.Select(t => t.Length == 1 ? $"{Mark}{t}{Mark}" : $"{Mark}{t}")];

    /// <summary>
    /// What to look for, at least three letters each, because the index knows nothing shorter: two letters begin a word, one is a
    /// word, and three or more may stand in its middle.
    /// </summary>
    public IReadOnlyList<string> Parts => [.. Terms.Select(t => t.Length >= Trigram ? t : t.Length == 2 ? $" {t}" : $" {t} ")];
}
