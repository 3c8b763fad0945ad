using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Funding.Deals;

/// <summary>Who looks after a deal, moved it and showed what was delivered. That it was agreed stays.</summary>
public sealed class DealPersonalData(Db db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(Deal), typeof(DealMove), typeof(Benefit)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct) => new Dictionary<string, object?>
    {
        ["deals_looked_after"] = await db.Set<Deal>().AsNoTracking().Where(d => d.Owner == person).OrderBy(d => d.BegunAt).Select(d => new { d.Title, d.NextStep, d.NextOn }).ToListAsync(ct),
        ["deals_moved"] = (await db.Set<DealMove>().AsNoTracking().Where(m => m.By == person).OrderBy(m => m.At).ToListAsync(ct)).ConvertAll(m => new { m.Words, m.Why, m.At }),
        ["benefits_shown"] = await db.Set<Benefit>().AsNoTracking().Where(b => b.EnteredBy == person).OrderBy(b => b.EnteredAt).Select(b => new { b.What, b.EnteredAt }).ToListAsync(ct),
    };

    public async Task Erase(Guid person, CancellationToken ct)
    {
        foreach (var deal in await db.Set<Deal>().Where(d => d.Owner == person).ToListAsync(ct)) deal.Forget();
        foreach (var move in await db.Set<DealMove>().Where(m => m.By == person).ToListAsync(ct)) move.Forget();
        foreach (var benefit in await db.Set<Benefit>().Where(b => b.EnteredBy == person).ToListAsync(ct)) benefit.Forget();
    }
}
