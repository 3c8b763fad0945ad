using Microsoft.EntityFrameworkCore;
using Secretariat.Platform;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Rounds.Letters;

/// <summary>The letter that tells somebody which paragraph was put under a text in their name.</summary>
public sealed class ParagraphRecorded(Sites sites, Settings settings, AnswerTokens tokens) : RoundLetter(sites, settings, tokens), ILetterComposer
{
    public const string ClassName = "paragraph-recorded";

    public string Class => ClassName;

    public async Task<LetterTemplate> Write(Db db, LetterBatch batch, CancellationToken ct)
    {
        var said = await db.Set<Dissent>().AsNoTracking().SingleAsync(d => d.Id == batch.About, ct);
        var mandate = await db.Set<Mandate>().AsNoTracking().SingleAsync(m => m.Id == said.Mandate, ct);
        var by = said.EnteredByName is { } staff ? $"{staff} wrote it down for {said.Name}: {said.Evidence}" : $"It was written by {said.Through ?? said.Name}, {(said.Through is null ? said.Capacity : $"who writes for {said.Name}")}.";
        List<string> lines = [$"This stands as the paragraph of {{{{member}}}} under “{mandate.Subject}”, and goes out with that text:", said.Text, by,
            $"If that is wrong, write it anew by the link below until {mandate.ParagraphsUntil.Long(Site.Zone)}, or reply to this letter. Once the text has left, what stands under it stays."];
        // Their own words are words: two braces in them open no hole, save in the first line, which is ours.
        List<string> shown = [lines[0], .. lines.Skip(1).Select(l => l.Replace("{{", "{ {"))];
        return Letter($"Recorded: your paragraph under “{mandate.Subject}”", string.Join("\n\n", shown), string.Concat(shown.Select(Paragraph)), "See or change the paragraph", "This link is for {{name}} ({{capacity}}) and answers for {{member}}.");
    }
}
