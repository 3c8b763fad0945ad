using Microsoft.EntityFrameworkCore;
using Secretariat.Funding.Budget;
using Secretariat.Funding.Budget.Rules;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Funding.Deals;

/// <summary>Deals whose next step has come, benefits that are due and not shown, and lines that are over their plan.</summary>
public sealed class FundingToday(Db db, Proofs proofs) : IToday
{
    private const int Ahead = 7, Most = 6;

    public async Task<IReadOnlyList<TodayTask>> For(DateOnly today, CancellationToken ct)
    {
        var until = today.AddDays(Ahead);
        var next = await db.Set<Deal>().AsNoTracking().Where(d => d.NextOn <= today).OrderBy(d => d.NextOn).ThenBy(d => d.Id).Take(Most).Join(db.Set<Organisation>(), d => d.Organisation, o => o.Id, (d, o) => new { d.Id, d.NextStep, d.NextOn, o.ShortName }).ToListAsync(ct);
        var due = await (from benefit in db.Set<Benefit>().AsNoTracking()
                         where benefit.Due <= until && benefit.HandOn == null
                         join deal in db.Set<Deal>() on benefit.Deal equals deal.Id
                         where deal.Stage == DealStage.Agreed || deal.Stage == DealStage.Delivered
                         join body in db.Set<Organisation>() on deal.Organisation equals body.Id
                         select new { benefit, body.ShortName }).ToListAsync(ct);
        var names = due.ToDictionary(d => d.benefit.Id, d => d.ShortName);
        var open = (await proofs.Of(due.ConvertAll(d => d.benefit), ct)).Where(b => !b.IsProven).Take(Most);
        var lines = await db.Set<BudgetLine>().AsNoTracking().ToListAsync(ct);
        var entries = lines.Count == 0 ? [] : await db.Set<BudgetEntry>().AsNoTracking().ToListAsync(ct);
        return [.. next.OrderBy(d => d.NextOn).Select(d => new TodayTask("Go on", $"{d.ShortName}: {d.NextStep}", $"/desk/funding/deals/{d.Id}", d.NextOn)),
            .. open.Select(b => new TodayTask("Show", $"{(b.IsGone ? "What showed it is not there any more" : "Promised")} to {names[b.Of.Id]}: {b.Of.What}", $"/desk/funding/deals/{b.Of.Deal}#b-{b.Of.Id}", b.Of.Due)),
            .. LineStanding.Of(lines, entries).Where(l => l.IsOver).OrderBy(l => l.Left).Take(Most).Select(l => new TodayTask("Look at", $"{l.Line.Name}: {l.Forecast}, {Money.Zero - l.Left} over its plan", $"/desk/funding/lines/{l.Line.Id}", null))];
    }
}
