using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Funding.Budget.Desk;

public sealed class CostsModel(Db db) : PageModel
{
    public IReadOnlyList<BudgetLine> Lines { get; private set; } = [];

    public Money Costs => Sum(Lines.Where(l => !l.IsIncome));
    public Money Income => Sum(Lines.Where(l => l.IsIncome));

    public IEnumerable<(string Title, IEnumerable<IGrouping<BudgetHeading, BudgetLine>> Headings, Money Total)> Sides =>
    [
        ("What it is spent on", Lines.Where(l => !l.IsIncome).GroupBy(l => l.Heading), Costs),
        ("Who pays for it", Lines.Where(l => l.IsIncome).GroupBy(l => l.Heading), Income),
    ];

    public async Task OnGetAsync(CancellationToken ct) =>
        Lines = [.. (await db.Set<BudgetLine>().AsNoTracking().ToListAsync(ct)).OrderBy(l => l.Heading).ThenByDescending(l => l.Amount).ThenBy(l => l.Code, StringComparer.Ordinal)];

    private static Money Sum(IEnumerable<BudgetLine> lines) => lines.Aggregate(Money.Zero, (sum, line) => sum + line.Amount);
}
