using Secretariat.Agreements.Rounds;
using Secretariat.Platform;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Corrections.Letters;

/// <summary>The letter that puts a correction to one of the two Chairs.</summary>
public sealed class CorrectionProposed(Sites sites, Settings settings, AnswerTokens tokens) : CorrectionLetter(sites, settings, tokens), ILetterComposer
{
    public const string ClassName = "correction-proposed";

    public string Class => ClassName;

    public async Task<LetterTemplate> Write(Db db, LetterBatch batch, CancellationToken ct)
    {
        var (correction, round) = await Read(db, batch, ct);
        var hours = round.ObjectHours ?? 0;
        return Redlined(correction, round, $"A correction to pass: {round.Title}",
            [$"The text of “{round.Title}” has a mistake, and we propose to correct it. {correction.Why}",
            $"It takes you and the other of the two Chairs whom the round named when it opened. Pass it only if it changes no meaning. Then everybody gets it at once and has {(hours == 1 ? "1 hour" : $"{hours} hours")} to object.",
            $"It can be passed until {round.ClosesAt.AddHours(-hours).Long(Site.Zone)}. If it changes the meaning, do nothing and tell us: it is sent as a new version then."],
            "Read it and pass it", "This link is for {{name}} ({{capacity}}). Nobody passes a correction in your name, so please do not pass this letter on.");
    }
}
