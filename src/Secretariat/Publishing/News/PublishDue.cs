using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Sweeps;

namespace Secretariat.Publishing.News;

/// <summary>Puts each item on the website whose hour has come; one under a hold waits for its end, or for a person.</summary>
public sealed class PublishDue : ISweep
{
    public string Name => "publish-items";

    public async Task<DateTimeOffset?> Next(Db db, CancellationToken ct) => (await Waiting(db, ct)).Select(w => w.Goes).Min();

    public async Task Run(IServiceProvider services, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var waiting in (await Waiting(services.GetRequiredService<Db>(), ct)).Where(w => w.Goes <= now).OrderBy(w => w.Goes))
        {
            // Each in a scope of its own: what one of them left in memory is nothing to the next.
            await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<PutOnWebsite>().Due(waiting.Id, now, ct);
        }
    }

    private static async Task<IReadOnlyList<(Guid Id, DateTimeOffset? Goes)>> Waiting(Db db, CancellationToken ct)
    {
        var scheduled = await db.Set<PublishedItem>().AsNoTracking().Where(p => p.State == WebState.Scheduled).Select(p => new { p.Id, p.GoesAt, p.Theme, p.About }).ToListAsync(ct);
        if (scheduled.Count == 0) return [];
        var holds = await db.Holds(ct);
        var about = scheduled.SelectMany(s => s.About).Distinct().ToList();
        var codes = await db.Set<Organisation>().Where(o => about.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Code, ct);
        return [.. scheduled.Select(s => (s.Id, Hold.FreeFrom(holds, [Hold.Public, $"theme:{s.Theme}", .. s.About.Where(codes.ContainsKey).Select(a => $"member:{codes[a]}")], s.GoesAt!.Value)))];
    }
}
