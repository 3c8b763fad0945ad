using Microsoft.EntityFrameworkCore;
using Secretariat.Funding.Income;
using Secretariat.Planning;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Funding.Budget;

/// <summary>The cost model: its lines, which stand from the year's first day, who committed to it, and what was paid and came in by months.</summary>
public sealed class BudgetEvidence(Db db, CommitmentsNow commitments) : IEvidence
{
    public const string Code = "budget-lines", Committed = "commitments-made", Actuals = "actuals-entered";

    public IReadOnlyCollection<string> Codes => [Code, Committed, Actuals];

    public async Task<IReadOnlyList<Evidence>> Between(DateOnly first, DateOnly last, CancellationToken ct)
    {
        var lines = await db.Set<BudgetLine>().AsNoTracking().OrderBy(l => l.Code).ToListAsync(ct);
        if (lines.Count == 0) return [];
        var entries = await db.Set<BudgetEntry>().AsNoTracking().Where(e => e.On >= first && e.On <= last).ToListAsync(ct);
        var plan = await db.Set<Plan>().AsNoTracking().SingleOrDefaultAsync(p => p.First == first, ct);
        // A year is committed to before it begins: what counts in it stands from its first day.
        var given = (await commitments.Of(plan, ct)).All.Where(c => c.Gives && c.On <= last);
        return [.. lines.Select(l => new Evidence(Code, first, $"{l.Name}: {l.Amount}", $"/desk/funding/lines/{l.Id}")),
            .. given.Select(c => new Evidence(Committed, c.On < first ? first : c.On!.Value, $"{c.Name} committed {c.Amount}{(c.On < first ? $", on {c.On!.Value.Plain()}" : "")}", c.Proof ?? "/desk/funding/commitments", c.EnteredBy)),
            .. FundingNow.Months(lines, entries).Select(m => new Evidence(Actuals, entries.Where(e => e.On.Year == m.Month.Year && e.On.Month == m.Month.Month).Max(e => e.On),
                $"{m.Month:MMMM yyyy}: {m.Paid} paid, {m.Received} received, in {m.Entries} {(m.Entries == 1 ? "entry" : "entries")}", $"/desk/funding#{m.Anchor}", string.Join(" and ", m.By)))];
    }
}
