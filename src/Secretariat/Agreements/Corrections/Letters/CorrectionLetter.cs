using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Rounds.Letters;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Platform;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Corrections.Letters;

/// <summary>What the letters about a correction have in common: the round, the redline, and what has become of it since.</summary>
public abstract class CorrectionLetter(Sites sites, Settings settings, AnswerTokens tokens) : RoundLetter(sites, settings, tokens)
{
    protected static async Task<(Correction Correction, Round Round)> Read(Db db, LetterBatch batch, CancellationToken ct)
    {
        var correction = await db.Set<Correction>().AsNoTracking().SingleAsync(c => c.Id == batch.About, ct);
        return (correction, await db.Set<Round>().AsNoTracking().SingleAsync(r => r.Id == correction.Round, ct));
    }

    protected LetterTemplate Redlined(Correction correction, Round round, string subject, IEnumerable<string> paragraphs, string button, string after)
    {
        var before = round.Versions.Single(v => v.Number == correction.Follows).Text;
        // A letter that waited on its way says what has become of it since.
        var ended = correction.State is CorrectionState.Objected or CorrectionState.Dropped ? $"Since then this correction {correction.State.Words()}: {correction.EndedWhy}" : "";
        List<string> shown = [.. paragraphs.Append(ended).Where(p => p.Length > 0)];
        return Letter(subject, string.Join("\n\n", shown) + $"\n\nWhat is corrected:\n{Redline.Text(before, correction.Text)}",
            string.Concat(shown.Select(Paragraph)) + $"<div style=\"margin:0 0 14px;padding:12px 16px;border-left:4px solid #dfe5e9\">{Redline.Html(before, correction.Text)}</div>", button, after, round.Sender);
    }
}
