namespace Secretariat.Platform.Searching;

/// <summary>Words that were meant when what was typed is found nowhere.</summary>
public static class Spelt
{
    public const int Shortest = 4, Piece = 3;
    private const int LongWord = 8;

    /// <summary>
    /// Parts that a slip of the keyboard leaves whole, at a word's beginning or end: whoever is at most one letter away from the word
    /// has one of these.
    /// </summary>
    public static IReadOnlyList<string> Pieces(string word)
    {
        var half = word.Length / 2;
        string[] pieces = [$" {word[..half]}", $"{word[half..]} ", $" {word[..Math.Max(half - 1, 0)]}", $"{word[Math.Min(half + 1, word.Length)..]} "];
        return [.. pieces.Where(p => p.Length >= Piece).Distinct()];
    }

    /// <summary>The nearest of these, and of equals the one met most often; null when none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> words) =>
        words.Where(w => Math.Abs(w.Length - word.Length) <= Allowed(word)).GroupBy(w => w).Select(g => (Word: g.Key, Far: Distance(word, g.Key), Times: g.Count()))
            .Where(w => w.Far <= Allowed(word)).OrderBy(w => w.Far).ThenByDescending(w => w.Times).ThenBy(w => w.Word, StringComparer.Ordinal).Select(w => w.Word).FirstOrDefault();

    private static int Allowed(string word) => word.Length >= LongWord ? 2 : 1;

    /// <summary>Letters added, left out, changed, or two exchanged.</summary>
    public static int Distance(string a, string b)
    {
        var (two, one, now) = (new int[b.Length + 1], Enumerable.Range(0, b.Length + 1).ToArray(), new int[b.Length + 1]);
        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                now[j] = Math.Min(Math.Min(now[j - 1], one[j]) + 1, one[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = Math.Min(now[j], two[j - 2] + 1);
            }
            (two, one, now) = (one, now, two);
        }
        return one[b.Length];
    }
}
