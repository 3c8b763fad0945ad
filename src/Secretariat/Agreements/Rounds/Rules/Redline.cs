using System.Net;
using System.Text;

namespace Secretariat.Agreements.Rounds.Rules;

/// <summary>What changed from one wording to the next, word by word: what went is struck out, what came is underlined, and both say so.</summary>
public static class Redline
{
    private enum Mark { Same, Gone, New }

    /// <summary>Two texts may differ in what nobody sees; then the redline says so instead of showing nothing.</summary>
    public const string Unseen = "No letter has changed: only spaces, or how marks are set.";

    /// <summary>Safe HTML: paragraphs with <c>del</c> and <c>ins</c>, and the words in their dress.</summary>
    public static string Html(RoundText before, RoundText after)
    {
        var html = new StringBuilder("<p>");
        var (open, marks) = (Mark.Same, 0);
        foreach (var (mark, word) in Words([.. WordsOf.Text(before)], [.. WordsOf.Text(after)]))
        {
            // A line that went is a sign in the running text; one that came, or stayed, begins anew.
            if (mark != open) html.Append(End(open)).Append(Begin(mark));
            if (mark != Mark.Same) marks++;
            open = mark;
            if (word.Line is null) html.Append(Dressed(word)).Append(' ');
            else if (mark == Mark.Gone) html.Append("¶ ").Append(WebUtility.HtmlEncode(word.Line));
            else html.Append(End(mark).TrimEnd()).Append("</p><p>").Append(Begin(mark)).Append(WebUtility.HtmlEncode(word.Line));
        }
        html.Append(End(open)).Append("</p>");
        if (marks == 0 && before.Hash() != after.Hash()) html.Append($"<p><em>{Unseen}</em></p>");
        return html.ToString().Replace("<ins></ins>", "").Replace("<p></p>", "");
    }

    /// <summary>For a letter's plain part: "[out: three] [in: four]".</summary>
    public static string Text(RoundText before, RoundText after)
    {
        var text = new StringBuilder();
        var open = Mark.Same;
        foreach (var (mark, word) in Words([.. WordsOf.Text(before)], [.. WordsOf.Text(after)]))
        {
            if (mark != open) text.Append(open == Mark.Same ? "" : "] ").Append(mark switch { Mark.Gone => "[out: ", Mark.New => "[in: ", _ => "" });
            open = mark;
            if (word.Line is { } line) text.Append('\n').Append(line);
            else text.Append(mark == Mark.Same ? word.Word : $"{Stars(word)}{word.Word}{Stars(word)}").Append(' ');
        }
        return text.Append(open == Mark.Same ? "" : "]").ToString().Replace(" ]", "]").Replace(" \n", "\n").TrimEnd();
    }

    private static string Stars(TextWord word) => word.Dress switch { "" => "", "strong" => "**", "em" => "*", _ => "***" };

    private static string Dressed(TextWord word) => word.Dress switch
    {
        "" => WebUtility.HtmlEncode(word.Word),
        "both" => $"<strong><em>{WebUtility.HtmlEncode(word.Word)}</em></strong>",
        var dress => $"<{dress}>{WebUtility.HtmlEncode(word.Word)}</{dress}>",
    };

    private static string Begin(Mark mark) => mark switch { Mark.Gone => "<del>", Mark.New => "<ins>", _ => "" };

    private static string End(Mark mark) => mark switch { Mark.Gone => "</del> ", Mark.New => "</ins> ", _ => "" };

    /// <summary>The longest run of words common to both is what stayed.</summary>
    private static IEnumerable<(Mark Mark, TextWord Word)> Words(TextWord[] before, TextWord[] after)
    {
        var start = 0;
        while (start < before.Length && start < after.Length && before[start] == after[start]) yield return (Mark.Same, before[start++]);
        var (a, b) = (before[start..], after[start..]);
        var end = 0;
        while (end < a.Length && end < b.Length && a[^(end + 1)] == b[^(end + 1)]) end++;
        foreach (var step in Middle(a[..^end], b[..^end])) yield return step;
        foreach (var word in a[^end..]) yield return (Mark.Same, word);
    }

    private static IEnumerable<(Mark Mark, TextWord Word)> Middle(TextWord[] a, TextWord[] b)
    {
        // Two long texts with nothing in common would take too much: they are shown as one gone and one new.
        if ((long)a.Length * b.Length > 4_000_000) return a.Select(w => (Mark.Gone, w)).Concat(b.Select(w => (Mark.New, w)));
        var common = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
            for (var j = b.Length - 1; j >= 0; j--)
                common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        var steps = new List<(Mark, TextWord)>();
        var (x, y) = (0, 0);
        while (x < a.Length || y < b.Length)
            if (x < a.Length && y < b.Length && a[x] == b[y])
            {
                steps.Add((Mark.Same, a[x++]));
                y++;
            }
            else if (y == b.Length || (x < a.Length && common[x + 1, y] >= common[x, y + 1])) steps.Add((Mark.Gone, a[x++]));
            else steps.Add((Mark.New, b[y++]));
        return steps;
    }
}
