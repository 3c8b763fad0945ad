using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Sweeps;

namespace Secretariat.Agreements.Rounds;

/// <summary>Closes each round whose closing time has come.</summary>
public sealed class CloseRounds : ISweep
{
    public string Name => "close-rounds";

    public Task<DateTimeOffset?> Next(Db db, CancellationToken ct) =>
        db.Set<Round>().Where(r => r.State == RoundState.Open && r.Held == null).MinAsync(r => (DateTimeOffset?)r.ClosesAt, ct);

    public async Task Run(IServiceProvider services, DateTimeOffset now, CancellationToken ct)
    {
        var db = services.GetRequiredService<Db>();
        foreach (var id in await db.Set<Round>().Where(r => r.State == RoundState.Open && r.Held == null && r.ClosesAt <= now).OrderBy(r => r.ClosesAt).Select(r => r.Id).ToListAsync(ct))
            await services.GetRequiredService<CloseRound>().Run(id, null, Actor.Schedule, now, ct);
    }
}
