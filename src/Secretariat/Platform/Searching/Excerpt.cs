namespace Secretariat.Platform.Searching;

/// <param name="Marked">It is what was looked for.</param>
public sealed record ExcerptWord(string Word, bool Marked);

/// <summary>The few words around what was found.</summary>
public static class Excerpt
{
    private const int Before = 6, Length = 24;

    public static IReadOnlyList<ExcerptWord> Of(string text, IReadOnlyList<string> terms)
    {
        var words = Whole(text, terms);
        var first = words.FindIndex(w => w.Marked);
        var from = Math.Max(first - Before, 0);
        List<ExcerptWord> some = [.. words.Skip(from).Take(Length)];
        if (from > 0) some.Insert(0, new("…", false));
        if (from + Length < words.Count) some.Add(new("…", false));
        return some;
    }

    /// <summary>All of it, for a title.</summary>
    public static List<ExcerptWord> Whole(string text, IReadOnlyList<string> terms) =>
        [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => new ExcerptWord(w, Matches(w, terms)))];

    /// <summary>One or two letters stand at a word's beginning or nowhere, as they are looked for.</summary>
    public static bool Matches(string word, IReadOnlyList<string> terms)
    {
        var kept = SearchTerms.Kept(word);
        return new SearchTerms(terms).Parts.Any(p => kept.Contains(p, StringComparison.Ordinal));
    }
}
