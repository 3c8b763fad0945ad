using Secretariat.Agreements.Corrections;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds;

/// <summary>Cancels a round, and with it a correction that is under way.</summary>
public sealed class CancelRound(Db db)
{
    public Task Run(Guid id, string? why, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        // Locked: a correction that is proposed or passed just now is dropped too, or finds the round cancelled.
        var round = await db.Locked(id, ct);
        round.Cancel(why, now);
        if (await db.CorrectionUnderWay(id, ct) is { } correction) correction.Drop("The round was cancelled.", now);
        await db.Save(by, "Cancel round", ct);
    }, ct);
}
