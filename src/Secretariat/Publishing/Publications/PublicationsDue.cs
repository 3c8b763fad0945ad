using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Sweeps;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.News;

namespace Secretariat.Publishing.Publications;

/// <summary>Publishes what was approved for an hour that has come; what is under a hold waits for its end, or for a person.</summary>
public sealed class PublicationsDue : ISweep
{
    public string Name => "publish-publications";

    public async Task<DateTimeOffset?> Next(Db db, CancellationToken ct) => (await Waiting(db, ct)).Select(w => w.Goes).Min();

    public async Task Run(IServiceProvider services, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var waiting in (await Waiting(services.GetRequiredService<Db>(), ct)).Where(w => w.Goes <= now).OrderBy(w => w.Goes))
        {
            await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<PutOutPublication>().Due(waiting.Id, now, ct);
        }
    }

    private static async Task<IReadOnlyList<(Guid Id, DateTimeOffset? Goes)>> Waiting(Db db, CancellationToken ct)
    {
        var scheduled = await db.Set<Publication>().AsNoTracking().Where(p => p.State == WebState.Scheduled).Select(p => new { p.Id, p.GoesAt, p.Theme, p.About, p.Circulation }).ToListAsync(ct);
        if (scheduled.Count == 0) return [];
        var holds = await db.Holds(ct);
        var about = scheduled.SelectMany(s => s.About).Distinct().ToList();
        var codes = await db.Set<Organisation>().Where(o => about.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Code, ct);
        return [.. scheduled.Select(s => (s.Id, Hold.FreeFrom(holds,
            [.. s.Circulation == Circulation.Public ? [Hold.Public] : Array.Empty<string>(), $"theme:{s.Theme}", .. s.About.Where(codes.ContainsKey).Select(a => $"member:{codes[a]}")], s.GoesAt!.Value)))];
    }
}
