using Secretariat.Agreements.Corrections;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Rounds;

/// <summary>Closes a round: counts its log and writes result, decision and, when a text was agreed, its mandate. Twice is harmless.</summary>
public sealed class CloseRound(Db db, Sites sites)
{
    /// <returns>False when it was not open any more.</returns>
    public Task<bool> Run(Guid id, string? why, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        // Locked: an answer that is being written comes before the count, or sees that the round has closed.
        var round = await db.Locked(id, ct);
        if (round.State != RoundState.Open) return false;
        await EndCorrection(round, by, now, ct);
        var counted = Tally.Of(await db.Log(round, now < round.ClosesAt ? now : round.ClosesAt, ct));
        round.Close(counted, why, now);
        // Of the day on which answers ended, even where nobody was there to count them until days later.
        var decision = new Decision(round.Terms!.Base == RoundBase.Members ? DecisionBy.Members : DecisionBy.Board, DecisionHow.Round, round.Ends.DateIn(sites.Current.Zone), $"{round.Title} {counted.Why}", counted.Outcome, round.Id) { About = round.About, Invented = round.Invented };
        db.Add(decision);
        if (counted.Outcome == RoundOutcome.Passed && round.Kind == RoundKind.AgreeText)
            db.Add(new Mandate(round, counted, [.. counted.Those(Stand.Agrees).Select(s => s.Name)], decision.Id));
        await db.Save(by, "Close round", ct);
        return true;
    }, ct);

    /// <summary>A correction whose time to object ends as the round closes is in, whichever of the two sweeps comes first.</summary>
    private async Task EndCorrection(Round round, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.CorrectionUnderWay(round.Id, ct) is not { } correction) return;
        if (correction.IsDue(now)) db.Add(correction.Settle(round));
        else if (now < round.ClosesAt) throw correction.InTheWay();
        else correction.Drop("The round closed before both Chairs had passed it.", now);
        await db.Save(by, "End correction", ct);
    }
}
