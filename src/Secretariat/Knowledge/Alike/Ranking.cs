namespace Secretariat.Knowledge.Alike;

public enum AlikeKind { Case, Question }

/// <summary>What a case or a question is known by here.</summary>
/// <param name="Note">Whose it is, for the list.</param>
public sealed record Known(AlikeKind Kind, Guid Id, string Title, string Note, IReadOnlySet<string> Themes, IReadOnlySet<string> TitleWords, IReadOnlySet<string> Words);

/// <param name="Shared">The words that it has in common with what was typed, the most telling first.</param>
public sealed record Likeness(Known Of, double Score, IReadOnlyList<string> Shared);

/// <summary>
/// What is like a text that somebody is typing: the more words both have, and the fewer others have them, the nearer. A word of the
/// title counts twice, a shared theme as much as a word that one in three has. One common word alone is chance.
/// </summary>
public static class Ranking
{
    private const double InTitle = 2, Rare = 3;

    public static IReadOnlyList<Likeness> Of(IReadOnlyCollection<Known> all, IReadOnlySet<string> words, IReadOnlyCollection<string> themes, int most, Guid? but = null)
    {
        if (words.Count == 0) return [];
        var had = words.ToDictionary(w => w, w => all.Count(k => k.Words.Contains(w)));
        double Weight(string word) => Math.Log(1 + (double)all.Count / Math.Max(1, had[word]));
        var theme = Math.Log(1 + Rare);
        var found = new List<Likeness>();
        foreach (var known in all.Where(k => k.Id != but))
        {
            List<string> shared = [.. words.Where(known.Words.Contains).OrderByDescending(Weight).ThenBy(w => w, StringComparer.Ordinal)];
            var sharedThemes = themes.Distinct().Count(known.Themes.Contains);
            if (shared.Count < 2 && !(shared.Count == 1 && (sharedThemes > 0 || known.TitleWords.Contains(shared[0])))) continue;
            found.Add(new(known, shared.Sum(w => Weight(w) * (known.TitleWords.Contains(w) ? InTitle : 1)) + sharedThemes * theme, shared));
        }
        return [.. found.OrderByDescending(f => f.Score).ThenBy(f => f.Of.Title, StringComparer.Ordinal).ThenBy(f => f.Of.Id).Take(most)];
    }
}
