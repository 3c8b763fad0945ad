using Secretariat.Agreements.Rounds;
using Secretariat.Platform;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Corrections.Letters;

/// <summary>The letter by which everybody gets a correction at once, with the time until which to object.</summary>
public sealed class CorrectionGone(Sites sites, Settings settings, AnswerTokens tokens) : CorrectionLetter(sites, settings, tokens), ILetterComposer
{
    public const string ClassName = "correction";

    public string Class => ClassName;

    public async Task<LetterTemplate> Write(Db db, LetterBatch batch, CancellationToken ct)
    {
        var (correction, round) = await Read(db, batch, ct);
        var until = correction.ObjectUntil!.Value.Long(Site.Zone);
        return Redlined(correction, round, $"A correction of the text: {round.Title}",
            [$"The text of “{round.Title}” is to be corrected without a change of its meaning. {correction.Why}",
            $"{correction.FirstName} and {correction.SecondName} passed it, as the round said when it opened that they may.",
            $"You need do nothing: an answer that {{{{member}}}} gave stays as it is. If you think that it changes the meaning, object by {until}. One objection is enough, and the text stays as it was."],
            "Read it, or object", "This link is for {{name}} ({{capacity}}) and answers for {{member}}. Whoever acts for you may use it and says so; you are told then.");
    }
}
