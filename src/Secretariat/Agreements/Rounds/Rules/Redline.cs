using System.Net;
using System.Text;
using Secretariat.Platform.Texts;

namespace Secretariat.Agreements.Rounds.Rules;

/// <summary>What changed from one wording to the next, word by word: what went is struck out, what came is underlined, and both say so.</summary>
public static class Redline
{
    private enum Mark { Same, Gone, New }

    /// <summary>Safe HTML: paragraphs with <c>del</c> and <c>ins</c>.</summary>
    public static string Html(RoundText before, RoundText after)
    {
        var html = new StringBuilder("<p>");
        var open = Mark.Same;
        foreach (var (mark, word) in Words(Said(before), Said(after)))
        {
            if (mark != open) html.Append(End(open)).Append(Begin(mark));
            open = mark;
            if (word == "\n") html.Append(mark == Mark.Same ? "</p><p>" : "¶ ");
            else html.Append(WebUtility.HtmlEncode(word)).Append(' ');
        }
        return html.Append(End(open)).Append("</p>").ToString().Replace("<p></p>", "");
    }

    /// <summary>For a letter's plain part: "[out: three] [in: four]".</summary>
    public static string Text(RoundText before, RoundText after)
    {
        var text = new StringBuilder();
        var open = Mark.Same;
        foreach (var (mark, word) in Words(Said(before), Said(after)))
        {
            if (mark != open) text.Append(open == Mark.Same ? "" : "] ").Append(mark switch { Mark.Gone => "[out: ", Mark.New => "[in: ", _ => "" });
            open = mark;
            text.Append(word).Append(word == "\n" ? "" : " ");
        }
        return text.Append(open == Mark.Same ? "" : "]").ToString().Replace(" ]", "]").TrimEnd();
    }

    private static string[] Said(RoundText text)
    {
        var words = $"{text.Subject}\n{PlainText.From(text.Html)}\n{string.Join('\n', text.Links.Select(l => $"{l.Text}: {l.Url}"))}".Trim();
        // Lines of a paragraph are broken for reading only; an empty line is what divides paragraphs.
        return [.. words.Replace("\n\n", " \n ").Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Lines)];
    }

    private static IEnumerable<string> Lines(string word) => word == "\n" ? [word] : word.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Begin(Mark mark) => mark switch { Mark.Gone => "<del>", Mark.New => "<ins>", _ => "" };

    private static string End(Mark mark) => mark switch { Mark.Gone => "</del> ", Mark.New => "</ins> ", _ => "" };

    /// <summary>The longest run of words common to both is what stayed.</summary>
    private static IEnumerable<(Mark Mark, string Word)> Words(string[] before, string[] after)
    {
        var start = 0;
        while (start < before.Length && start < after.Length && before[start] == after[start]) yield return (Mark.Same, before[start++]);
        var (a, b) = (before[start..], after[start..]);
        var end = 0;
        while (end < a.Length && end < b.Length && a[^(end + 1)] == b[^(end + 1)]) end++;
        foreach (var step in Middle(a[..^end], b[..^end])) yield return step;
        foreach (var word in a[^end..]) yield return (Mark.Same, word);
    }

    private static IEnumerable<(Mark Mark, string Word)> Middle(string[] a, string[] b)
    {
        // Two long texts with nothing in common would take too much: they are shown as one gone and one new.
        if ((long)a.Length * b.Length > 4_000_000) return a.Select(w => (Mark.Gone, w)).Concat(b.Select(w => (Mark.New, w)));
        var common = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
            for (var j = b.Length - 1; j >= 0; j--)
                common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        var steps = new List<(Mark, string)>();
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
