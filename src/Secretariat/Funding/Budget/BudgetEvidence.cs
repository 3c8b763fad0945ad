using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Funding.Budget;

/// <summary>The cost model's lines; a budget stands from the year's first day.</summary>
public sealed class BudgetEvidence(Db db) : IEvidence
{
    public const string Code = "budget-lines";

    public IReadOnlyCollection<string> Codes => [Code];

    public async Task<IReadOnlyList<Evidence>> Between(DateOnly first, DateOnly last, CancellationToken ct) =>
        [.. (await db.Set<BudgetLine>().AsNoTracking().OrderBy(l => l.Code).ToListAsync(ct)).Select(l => new Evidence(Code, first, $"{l.Name}: {l.Amount}", $"/desk/plan/costs#{l.Code}"))];
}
