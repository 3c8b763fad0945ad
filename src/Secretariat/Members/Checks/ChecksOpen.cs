using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Sweeps;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Checks;

/// <summary>Begins the yearly check on its day. The letters are the weekly ones that go anyway.</summary>
public sealed class ChecksOpen(Sites sites, TimeProvider clock) : ISweep
{
    public string Name => "checks-open";

    public async Task<DateTimeOffset?> Next(Db db, CancellationToken ct) =>
        await Day(db, clock.GetUtcNow(), ct) is { Day: var day } ? CheckRound.OpensAt(day, sites.Current.Zone) : null;

    public async Task Run(IServiceProvider services, DateTimeOffset now, CancellationToken ct)
    {
        var db = services.GetRequiredService<Db>();
        await db.Write(async () =>
        {
            if (await Day(db, now, ct) is not { } next || CheckRound.OpensAt(next.Day, sites.Current.Zone) > now) return;
            db.Add(new CheckRound(next.Day, next.Settings.Days, now));
            await db.Save(Actor.Schedule, "Ask everybody to check their details", ct);
        }, ct);
    }

    private async Task<(DateOnly Day, CheckSettings Settings)?> Day(Db db, DateTimeOffset now, CancellationToken ct) =>
        await db.Set<CheckSettings>().AsNoTracking().OrderBy(s => s.Id).FirstOrDefaultAsync(ct) is not { } settings ? null
        : (CheckRound.Next(settings, await db.Set<CheckRound>().MaxAsync(r => (DateOnly?)r.Opens, ct), now.DateIn(sites.Current.Zone)), settings);
}
