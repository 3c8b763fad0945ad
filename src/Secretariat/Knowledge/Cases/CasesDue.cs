using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Sweeps;
using Secretariat.Platform.Web;

namespace Secretariat.Knowledge.Cases;

/// <summary>Puts each case on the website on its day; what is under a hold waits for its end, or for a person.</summary>
public sealed class CasesDue(Sites sites) : ISweep
{
    private static readonly TimeOnly Morning = new(7, 0);

    public string Name => "publish-cases";

    public async Task<DateTimeOffset?> Next(Db db, CancellationToken ct) => (await Waiting(db, ct)).Select(w => w.Goes).Min();

    public async Task Run(IServiceProvider services, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var waiting in (await Waiting(services.GetRequiredService<Db>(), ct)).Where(w => w.Goes <= now).OrderBy(w => w.Goes))
        {
            await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ShareCase>().Due(waiting.Id, now, ct);
        }
    }

    private async Task<IReadOnlyList<(Guid Id, DateTimeOffset? Goes)>> Waiting(Db db, CancellationToken ct)
    {
        var due = await db.Set<PracticeCase>().AsNoTracking().Where(c => c.State == CaseState.Shared && c.PublicFrom != null && c.PublicAt == null)
            .Join(db.Set<CaseVersion>(), c => c.Shown, v => v.Id, (c, v) => new { c.Id, c.PublicFrom, v.Themes, v.Members }).ToListAsync(ct);
        if (due.Count == 0) return [];
        var holds = await db.Holds(ct);
        var members = due.SelectMany(d => d.Members).Distinct().ToList();
        var codes = await db.Set<Organisation>().Where(o => members.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Code, ct);
        return [.. due.Select(d => (d.Id, Hold.FreeFrom(holds, [Hold.Public, .. d.Themes.Select(t => $"theme:{t}"), .. d.Members.Where(codes.ContainsKey).Select(m => $"member:{codes[m]}")], d.PublicFrom!.Value.At(Morning, sites.Current.Zone))))];
    }
}
