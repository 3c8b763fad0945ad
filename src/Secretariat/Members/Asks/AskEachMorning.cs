using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Sweeps;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Asks;

/// <summary>Looks at what is asked of people on each morning on which somebody may have to be written to.</summary>
public sealed class AskEachMorning(IEnumerable<IAsk> askers, Sites sites) : ISweep
{
    public string Name => "ask-each-morning";

    public async Task<DateTimeOffset?> Next(Db db, CancellationToken ct)
    {
        List<DateTimeOffset> closings = [];
        foreach (var asker in askers) closings.AddRange(await asker.Closings(db, ct));
        if (closings.Count == 0) return null;
        return await db.Set<AskDay>().MaxAsync(d => (DateOnly?)d.Day, ct) is { } last ? AskRules.NextLook(last, closings, sites.Current.Zone) : DateTimeOffset.UnixEpoch;
    }

    public async Task Run(IServiceProvider services, DateTimeOffset now, CancellationToken ct)
    {
        var (db, zone) = (services.GetRequiredService<Db>(), sites.Current.Zone);
        var today = now.DateIn(zone);
        await services.GetRequiredService<WriteAsks>().Due(now, ct);
        await db.Write(async () =>
        {
            // Before nine it was yesterday's look that came late: today's is still to come.
            var day = now < today.At(AskRules.Hour, zone) ? today.AddDays(-1) : today;
            if (!await db.Set<AskDay>().AnyAsync(d => d.Day >= day, ct)) db.Add(new AskDay { Day = day });
            await db.SaveUnaudited(ct);
        }, ct);
    }
}
