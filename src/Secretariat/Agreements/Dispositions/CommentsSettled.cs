using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Rounds.Letters;
using Secretariat.Platform;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Dispositions;

/// <summary>The letter that tells an author what became of each of their comments.</summary>
public sealed class CommentsSettled(Sites sites, Settings settings, AnswerTokens tokens) : RoundLetter(sites, settings, tokens), ILetterComposer
{
    public const string ClassName = "comments-settled";

    public string Class => ClassName;

    public async Task<LetterTemplate> Write(Db db, LetterBatch batch, CancellationToken ct)
    {
        var lines = await (from disposition in db.Set<Disposition>().AsNoTracking()
                           where disposition.Telling == batch.About
                           join said in db.Set<Response>() on disposition.Comment equals said.Id
                           orderby said.Number
                           select new { disposition, said }).ToListAsync(ct);
        // Decided otherwise since it was queued: a letter of its own will say so.
        if (lines.Count == 0) throw new RuleBroken("What this letter would tell has been decided otherwise since.");
        var id = lines[0].said.Round;
        var title = await db.Set<Round>().Where(r => r.Id == id).Select(r => r.Title).SingleAsync(ct);
        var first = $"Thank you for what {{{{member}}}} said about “{title}”. This is what became of it:";
        // Their own words are words: two braces in them open no hole.
        List<string[]> comments = [.. lines.Select(l => Of(l.said, l.disposition).Select(t => t.Replace("{{", "{ {")).ToArray())];
        return Letter($"What became of your {(lines.Count == 1 ? "comment" : "comments")}: {title}",
            string.Join("\n\n", comments.Select(c => string.Join('\n', c)).Prepend(first)),
            Paragraph(first) + string.Concat(comments.Select(c => $"<div style=\"margin:0 0 14px;padding:8px 16px;border-left:4px solid #dfe5e9\">{string.Concat(c.Select(t => $"<p style=\"margin:4px 0\">{Encoded(t)}</p>"))}</div>")),
            "See it beside the text", "This link is for {{name}} ({{capacity}}). Whoever answers for {{member}} sees the same there.");
    }

    private static IEnumerable<string> Of(Response said, Disposition disposition)
    {
        if (said.Passage is { } passage) yield return $"On “{passage}”";
        yield return $"You wrote: {said.Comment}";
        yield return $"It is {disposition.Verdict.Words()}{(disposition.Reason is { } reason ? $": {reason}" : ".")}";
    }
}
