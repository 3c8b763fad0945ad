using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Sweeps;

namespace Secretariat.Reporting.Annual;

/// <summary>Releases the annual report at its hour; under a hold it waits for the end of that, or for a person.</summary>
public sealed class AnnualDue : ISweep
{
    public string Name => "release-annual-report";

    public async Task<DateTimeOffset?> Next(Db db, CancellationToken ct) => (await Waiting(db, ct)).Select(w => w.Goes).Min();

    public async Task Run(IServiceProvider services, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var waiting in (await Waiting(services.GetRequiredService<Db>(), ct)).Where(w => w.Goes <= now).OrderBy(w => w.Goes))
        {
            await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ReleaseAnnual>().Due(waiting.Id, now, ct);
        }
    }

    private static async Task<IReadOnlyList<(Guid Id, DateTimeOffset? Goes)>> Waiting(Db db, CancellationToken ct)
    {
        var scheduled = await db.Set<AnnualReport>().AsNoTracking().Where(r => r.State == AnnualState.Scheduled).ToListAsync(ct);
        if (scheduled.Count == 0) return [];
        var holds = await db.Holds(ct);
        return [.. scheduled.Select(r => (r.Id, Hold.FreeFrom(holds, ReleaseAnnual.Reach(r.Approved!), r.GoesAt!.Value)))];
    }
}
