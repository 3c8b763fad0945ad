using Secretariat.Agreements.Rounds;
using Secretariat.Platform;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Corrections.Letters;

/// <summary>The letter that tells somebody that a correction was objected to in their name.</summary>
public sealed class ObjectionRecorded(Sites sites, Settings settings, AnswerTokens tokens) : CorrectionLetter(sites, settings, tokens), ILetterComposer
{
    public const string ClassName = "correction-objection";

    public string Class => ClassName;

    public async Task<LetterTemplate> Write(Db db, LetterBatch batch, CancellationToken ct)
    {
        var (correction, round) = await Read(db, batch, ct);
        var by = correction.ObjectedThrough is { } through ? $"It was said by {through}, who answers for {correction.ObjectedByName}." : $"It was said by {correction.ObjectedByName}, {correction.ObjectedAs}.";
        // Their own words are words: two braces in them open no hole, save in the first line, which is ours.
        List<string> lines = [$"{{{{member}}}} objects to the correction of the text of “{round.Title}”, and so the text stays as it was.", Plain($"Reason: {correction.EndedWhy}"), Plain(by), "If that is wrong, reply to this letter."];
        return Letter($"Recorded: an objection to a correction, {round.Title}", string.Join("\n\n", lines), string.Concat(lines.Select(Paragraph)), "See the text", "This link is for {{name}} ({{capacity}}) and answers for {{member}}.", round.Sender);
    }

    private static string Plain(string line) => line.Replace("{{", "{ {", StringComparison.Ordinal);
}
