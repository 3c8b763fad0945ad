using Secretariat.Agreements.Corrections;
using Secretariat.Agreements.Corrections.Letters;
using Secretariat.Agreements.Dispositions;
using Secretariat.Agreements.Rounds.Letters;
using Secretariat.Members.Asks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;

namespace Secretariat.Agreements.Rounds;

/// <summary>Puts a round's letters into the ledger, in the caller's transaction. The link is made when each letter is sent.</summary>
public sealed class RoundPost(Db db, TimeProvider clock)
{
    /// <summary>A round has opened, or its text has changed: each Chair is told, and their PA in copy by a letter of their own.</summary>
    /// <returns>How many letters.</returns>
    public async Task<int> Ask(Round round, IReadOnlyList<Elector> electors, ILookup<Guid, Voice> voices, CancellationToken ct)
    {
        var letters = 0;
        foreach (var elector in electors)
            foreach (var voice in WhoMayAnswer.Asked([.. voices[elector.Id]]))
            {
                if (Queue(RoundAsked.ClassName, $"{(round.Latest.Number == 1 ? "Round" : "New version")}: {round.Title}", round.Id, elector, voice) is not { } batch) continue;
                // It asks, so it counts among what this person was asked, and nobody is reminded of it tomorrow.
                var letter = new AskLetter(voice.Person, AskWay.OwnLetter, [RoundAsks.Of(round, elector, voice)], clock.GetUtcNow());
                letter.Posted(batch);
                db.Add(letter);
                letters++;
            }
        // One save for all: a save of its own for each of 76 letters took two seconds.
        await db.SaveUnaudited(ct);
        return letters;
    }

    /// <summary>Something was answered in somebody's name: they are told what, and how to change it.</summary>
    public Task Recorded(Round round, Elector elector, Response response, Voice told, CancellationToken ct) =>
        Post(RoundRecorded.ClassName, $"Answer recorded: {round.Title}", response.Id, elector, told, ct);

    /// <summary>A paragraph was put under a text in somebody's name.</summary>
    public Task Dissented(Elector elector, Dissent said, Voice told, CancellationToken ct) =>
        Post(ParagraphRecorded.ClassName, $"Paragraph recorded: {elector.Name}", said.Id, elector, told, ct);

    /// <summary>What became of somebody's comments.</summary>
    public Task Told(Round round, Elector elector, Guid telling, Voice to, CancellationToken ct) =>
        Post(CommentsSettled.ClassName, $"Comments settled: {round.Title}", telling, elector, to, ct);

    /// <summary>A correction waits for the two Chairs.</summary>
    public async Task Proposed(Round round, Correction correction, IReadOnlyList<(Elector Elector, Voice Chair)> waiting, CancellationToken ct)
    {
        foreach (var (elector, chair) in waiting)
        {
            if (Queue(CorrectionProposed.ClassName, $"Correction to pass: {round.Title}", correction.Id, elector, chair) is not { } batch) continue;
            var letter = new AskLetter(chair.Person, AskWay.OwnLetter, [CorrectionAsks.Of(round, correction, elector, chair)], clock.GetUtcNow());
            letter.Posted(batch);
            db.Add(letter);
        }
        await db.SaveUnaudited(ct);
    }

    /// <summary>Both have passed it: whoever is asked in the round gets it at once, and may object. It asks nothing of anybody.</summary>
    public async Task Corrected(Round round, Correction correction, IReadOnlyList<Elector> electors, ILookup<Guid, Voice> voices, CancellationToken ct)
    {
        foreach (var elector in electors)
            foreach (var voice in WhoMayAnswer.Asked([.. voices[elector.Id]])) Queue(CorrectionGone.ClassName, $"Correction: {round.Title}", correction.Id, elector, voice);
        await db.SaveUnaudited(ct);
    }

    /// <summary>Somebody objected to a correction in this person's name.</summary>
    public Task Objected(Round round, Elector elector, Correction correction, Voice told, CancellationToken ct) =>
        Post(ObjectionRecorded.ClassName, $"Objection recorded: {round.Title}", correction.Id, elector, told, ct);

    private async Task Post(string kind, string title, Guid about, Elector elector, Voice to, CancellationToken ct)
    {
        if (Queue(kind, title, about, elector, to) is not null) await db.SaveUnaudited(ct);
    }

    private Guid? Queue(string kind, string title, Guid about, Elector elector, Voice to)
    {
        // Somebody without an address cannot be written to; the call sheet shows who has none.
        if (Platform.Mailing.EmailAddress.TryParse(to.Email) is null) return null;
        var round = elector.Round;
        return Platform.Deliveries.Letters.Queue(db, clock, new OneLetter(kind, title, to.Email, to.Person)
        {
            About = about,
            Merge = new Dictionary<string, string>
            {
                [RoundLetter.Name] = to.Name,
                [RoundLetter.Member] = elector.Name,
                [RoundLetter.Capacity] = to.CapacityUnnamed,
                [RoundLetter.RoundId] = round.ToString(),
                [RoundLetter.ElectorId] = elector.Id.ToString(),
            },
        });
    }
}
