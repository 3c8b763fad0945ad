using Microsoft.EntityFrameworkCore;
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
        await db.Set<Round>().Where(r => r.Id == id).ExecuteUpdateAsync(s => s.SetProperty(r => r.Rows, r => r.Rows), ct);
        var round = await db.Set<Round>().SingleAsync(r => r.Id == id, ct);
        if (round.State != RoundState.Open) return false;
        var counted = Tally.Of(await db.Log(round, now < round.ClosesAt ? now : round.ClosesAt, ct));
        round.Close(counted, why, now);
        var decision = new Decision(round.Terms!.Base == RoundBase.Members ? DecisionBy.Members : DecisionBy.Board, DecisionHow.Round, now.DateIn(sites.Current.Zone), $"{round.Title} {counted.Why}", counted.Outcome, round.Id) { About = round.About, Invented = round.Invented };
        db.Add(decision);
        if (counted.Outcome == RoundOutcome.Passed && round.Kind == RoundKind.AgreeText)
            db.Add(new Mandate(round, counted, [.. counted.Those(Stand.Agrees).Select(s => s.Name)], decision.Id));
        await db.Save(by, "Close round", ct);
        return true;
    }, ct);
}
