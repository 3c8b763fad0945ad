using Microsoft.EntityFrameworkCore;
using Secretariat.Platform;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Rounds.Letters;

/// <summary>The letter that tells somebody what was recorded in their name.</summary>
public sealed class RoundRecorded(Sites sites, Settings settings, AnswerTokens tokens) : RoundLetter(sites, settings, tokens), ILetterComposer
{
    public const string ClassName = "round-recorded";

    public string Class => ClassName;

    public async Task<LetterTemplate> Write(Db db, LetterBatch batch, CancellationToken ct)
    {
        var response = await db.Set<Response>().AsNoTracking().SingleAsync(r => r.Id == batch.About, ct);
        var round = await db.Set<Round>().AsNoTracking().SingleAsync(r => r.Id == response.Round, ct);
        var by = response.Way is AnswerWay.LoggedByStaff or AnswerWay.LoggedByChair ? $"{response.EnteredByName} logged it for {response.Name}: {response.Evidence}"
            : $"It was given by {response.Through ?? response.Name}, {(response.Through is null ? response.Capacity : $"who answers for {response.Name}")}.";
        List<string> lines = [$"This was recorded as the answer of {{{{member}}}} to “{round.Title}”:", $"{response.Answer.Words()}{(response.Choice is { } choice ? $": {choice}" : "")}{(response.Amount is { } amount ? $", {amount}" : "")}.",
            response.Reason is { } reason ? $"Reason: {reason}" : "", response.Comment is { } comment ? $"Comment: {comment}" : "", by,
            round.CameLate(response) ? "It came after the round had closed, so it is kept and not counted."
                : round.Held is not null && response.At > round.ClosesAt ? "The secretariat looks at the round first, since a backup was restored. This counts once it has said until when the round goes on; you can answer again meanwhile." : $"If that is wrong, or you change your mind, you can answer again until {round.ClosesAt.Long(Site.Zone)}."];
        // Their own words are words: two braces in them open no hole, save in the first line, which is ours.
        List<string> shown = [lines[0], .. lines.Skip(1).Where(l => l.Length > 0).Select(l => l.Replace("{{", "{ {"))];
        return Letter($"Recorded: {round.Title}", string.Join("\n\n", shown), string.Concat(shown.Select(Paragraph)), "See or change the answer", "This link is for {{name}} ({{capacity}}) and answers for {{member}}.", round.Sender);
    }
}
