using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Platform;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Rounds.Letters;

/// <summary>The letter that says a round has opened, or that its text has changed and how.</summary>
public sealed class RoundAsked(Sites sites, Settings settings, AnswerTokens tokens) : RoundLetter(sites, settings, tokens), ILetterComposer
{
    public const string ClassName = "round";

    public string Class => ClassName;

    public async Task<LetterTemplate> Write(Db db, LetterBatch batch, CancellationToken ct)
    {
        var round = await db.Set<Round>().AsNoTracking().SingleAsync(r => r.Id == batch.About, ct);
        // What was corrected since changes no meaning: it is the wording before the one that was put to them that this letter compares with.
        var (until, latest) = (round.ClosesAt.Long(Site.Zone), round.Latest);
        var before = round.Versions.SingleOrDefault(v => v.Number == round.LatestAsked.Number - 1);
        var board = round.Sender == RoundSender.Board;
        var what = before is not null ? $"The text that {{{{member}}}} was asked about has changed: {round.Title}" : board ? $"The Management Board of {Site.Name} asks {{{{member}}}}: {round.Title}" : $"A question for {{{{member}}}}: {round.Title}";
        var amount = round.AskedPence is { } asked ? $"You are asked to confirm {new Money(asked)}." : "";
        var rule = round.Terms is { } terms ? $"{terms.Name}: {terms.Description}" : "";
        var silence = round.Silence == Silence.Consent ? "This round says so as it opens: whoever does not answer is taken as agreeing." : "No answer counts as no answer, and never as agreement.";
        var stands = before is null ? "" : round.CarryOver ? $"An agreement to the earlier text stays for whoever has seen this change. Open it and press “{SeeChange.Words}”, or answer again." : "An agreement to the earlier text no longer counts: please answer again.";
        List<string> paragraphs = [what, amount, $"You can answer until {until}. It takes about 30 seconds, on a phone too, and needs no password.", stands, rule, silence, round.CorrectionsSaid];
        var change = before is null ? "" : $"<div style=\"margin:0 0 14px;padding:12px 16px;border-left:4px solid #dfe5e9\">{Redline.Html(before.Text, latest.Text)}</div>";
        return Letter(before is null ? round.Title : $"Changed: {round.Title}",
            string.Join("\n\n", paragraphs.Where(p => p.Length > 0)) + (before is null ? "" : $"\n\nWhat changed:\n{Redline.Text(before.Text, latest.Text)}"),
            string.Concat(paragraphs.Where(p => p.Length > 0).Select(Paragraph)) + change,
            "Read it and answer", "This link is for {{name}} ({{capacity}}) and answers for {{member}}. Whoever acts for you may use it and says so; you are told what was answered.", round.Sender);
    }
}
