using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Data;
using Secretariat.Platform.Texts;

namespace Secretariat.Agreements.Statements;

/// <summary>Words that were put to members as a text to agree, under another name: whoever would carry them out as news is told from which round they are.</summary>
public sealed class PutToMembers(Db db)
{
    /// <summary>A text shorter than this may stand in another by chance, and is looked for as the whole only.</summary>
    private const int Telling = 40;

    public sealed record Known(Guid Round, string Title, string Words);

    /// <summary>Every wording that was shown to members, whether or not anything came of it.</summary>
    public async Task<IReadOnlyList<Known>> All(CancellationToken ct) =>
        [.. (await db.Set<RoundVersion>().AsNoTracking().Where(v => v.ShownAt != null)
            .Join(db.Set<Round>().IgnoreAutoIncludes().Where(r => r.Kind == RoundKind.AgreeText), v => v.Round, r => r.Id, (v, r) => new { r.Id, r.Title, v.Canonical }).ToListAsync(ct))
            .Select(v => new Known(v.Id, v.Title, Plain(RoundText.Parse(v.Canonical).Html)))];

    /// <summary>The round whose words these are, or that stand among these; null when they are nobody's.</summary>
    public static Known? In(string html, IReadOnlyList<Known> known)
    {
        if (known.Count == 0) return null;
        var words = Plain(html);
        return words.Length == 0 ? null : known.FirstOrDefault(k => k.Words == words || (k.Words.Length >= Telling && words.Contains(k.Words, StringComparison.Ordinal)));
    }

    /// <summary>Letters and digits only: another comma, bold type or a capital is no other text.</summary>
    private static string Plain(string html)
    {
        var plain = new StringBuilder();
        foreach (var letter in PlainText.From(html).Normalize(NormalizationForm.FormKC))
            if (char.IsLetterOrDigit(letter)) plain.Append(char.ToLowerInvariant(letter));
        return plain.ToString();
    }
}
