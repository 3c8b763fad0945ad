using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Data;
using Secretariat.Platform.Texts;

namespace Secretariat.Agreements.Statements;

/// <summary>Words that were put to members as a text to agree, under another name: whoever would carry them out as news is told from which round they are.</summary>
public sealed partial class PutToMembers(Db db)
{
    /// <summary>A text shorter than this may stand in another by chance, and is looked for as the whole only.</summary>
    private const int Telling = 40;

    /// <summary>A line of fewer letters, and of fewer words, is a common phrase: nobody’s in particular.</summary>
    private const int TellingLine = 30, TellingLineWords = 5;

    /// <param name="Words">Its letters.</param>
    /// <param name="Subject">The same of its subject; null when that is a common phrase.</param>
    public sealed record Known(Guid Round, string Title, string Words, string? Subject)
    {
        /// <summary>Said wherever they are refused.</summary>
        public string Refusal => $"These words were put to members in the round “{Title}”. They leave as a statement, under the mandate that came of it, or not at all.";
    }

    /// <summary>Every wording that was shown to members, whether or not anything came of it.</summary>
    public async Task<IReadOnlyList<Known>> All(CancellationToken ct) =>
        [.. (await db.Set<RoundVersion>().AsNoTracking().Where(v => v.ShownAt != null)
            .Join(db.Set<Round>().IgnoreAutoIncludes().Where(r => r.Kind == RoundKind.AgreeText), v => v.Round, r => r.Id, (v, r) => new { r.Id, r.Title, v.Canonical }).ToListAsync(ct))
            .Select(v => (v.Id, v.Title, Text: RoundText.Parse(v.Canonical)))
            .Select(v => KnownAs(v.Id, v.Title, v.Text.Html, v.Text.Subject))];

    internal static Known KnownAs(Guid round, string title, string html, string subject) =>
        new(round, title, Plain(PlainText.Words(html)), IsCommon(subject) ? null : Plain(subject));

    /// <summary>The round whose words these are, or that stand among these; null when they are nobody's.</summary>
    public static Known? In(string html, IReadOnlyList<Known> known)
    {
        if (known.Count == 0) return null;
        var words = Plain(PlainText.Words(html));
        return words.Length == 0 ? null : known.FirstOrDefault(k => Has(words, k.Words) || Has(words, k.Subject));
    }

    /// <summary>The same of one line: a subject, a heading, the words of a link.</summary>
    public static Known? InLine(string line, IReadOnlyList<Known> known)
    {
        if (known.Count == 0 || IsCommon(line)) return null;
        var words = Plain(line);
        return known.FirstOrDefault(k => Has(words, k.Words) || Has(words, k.Subject));
    }

    /// <summary>The same of words that are no HTML, and may run over several lines.</summary>
    public static Known? InPlain(string words, IReadOnlyList<Known> known) => In($"<p>{System.Net.WebUtility.HtmlEncode(words)}</p>", known);

    private static bool Has(string words, string? those) => those is { Length: > 0 } && (words == those || (those.Length >= Telling && words.Contains(those, StringComparison.Ordinal)));

    private static bool IsCommon(string line) => Plain(line).Length < TellingLine && line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length < TellingLineWords;

    /// <summary>
    /// Letters only: another comma, bold type or a capital is no other text. Nor are the numbers of a list and the addresses of
    /// links, which stand in a copy from a letter's plain text and not in one from the page.
    /// </summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var letter in Addresses().Replace(text.Normalize(NormalizationForm.FormKC), " "))
            if (char.IsLetter(letter)) plain.Append(char.ToLowerInvariant(letter));
        return plain.ToString();
    }

    [GeneratedRegex(@"(https?://|www\.|mailto:)\S+|\S+@\S+", RegexOptions.IgnoreCase)]
    private static partial Regex Addresses();
}
