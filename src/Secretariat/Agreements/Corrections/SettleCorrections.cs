using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Data;
using Secretariat.Platform.Sweeps;

namespace Secretariat.Agreements.Corrections;

/// <summary>Makes each correction the text when its time to object has ended and nobody did.</summary>
public sealed class SettleCorrections : ISweep
{
    public string Name => "settle-corrections";

    public Task<DateTimeOffset?> Next(Db db, CancellationToken ct) =>
        db.Set<Correction>().Where(c => c.State == CorrectionState.GoneRound).MinAsync(c => c.ObjectUntil, ct);

    public async Task Run(IServiceProvider services, DateTimeOffset now, CancellationToken ct)
    {
        var db = services.GetRequiredService<Db>();
        foreach (var id in await db.Set<Correction>().Where(c => c.State == CorrectionState.GoneRound && c.ObjectUntil <= now).OrderBy(c => c.ObjectUntil).Select(c => c.Round).ToListAsync(ct))
            await db.Write(async () =>
            {
                var round = await db.Locked(id, ct);
                if (await db.CorrectionUnderWay(id, ct) is not { } correction || !correction.IsDue(now)) return;
                db.Add(correction.Settle(round));
                await db.Save(Actor.Schedule, "End correction", ct);
            }, ct);
    }
}
