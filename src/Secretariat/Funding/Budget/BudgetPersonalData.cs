using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Funding.Budget;

/// <summary>Who entered an amount. That it was spent stays.</summary>
public sealed class BudgetPersonalData(Db db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(BudgetEntry)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct) => new Dictionary<string, object?>
    {
        ["budget_entries_made"] = (await db.Set<BudgetEntry>().AsNoTracking().Where(e => e.EnteredBy == person).OrderBy(e => e.EnteredAt).ToListAsync(ct)).ConvertAll(e => new { e.On, e.Words, Amount = e.Amount.ToString(), e.EnteredAt }),
    };

    public async Task Erase(Guid person, CancellationToken ct)
    {
        foreach (var entry in await db.Set<BudgetEntry>().Where(e => e.EnteredBy == person).ToListAsync(ct)) entry.Forget();
    }
}
