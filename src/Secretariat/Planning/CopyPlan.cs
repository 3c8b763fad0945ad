using Microsoft.EntityFrameworkCore;
using Secretariat.Planning.Calendar;
using Secretariat.Planning.Paper;
using Secretariat.Planning.Road;
using Secretariat.Platform.Data;

namespace Secretariat.Planning;

/// <summary>Begins the next year's plan as a copy of the last one: its rows, measures, rhythms, costs and road. The plan that stands is left as it is.</summary>
public sealed class CopyPlan(Db db, DrawAgain draw)
{
    public Task<Plan> Run(Guid id, Actor by, CancellationToken ct) => db.Write(async () =>
    {
        var from = await db.Set<Plan>().AsNoTracking().SingleAsync(p => p.Id == id, ct);
        var first = from.First.AddYears(1);
        if (await db.Set<Plan>().AnyAsync(p => p.First == first, ct)) throw new RuleBroken($"There is a plan for {new PlanYear(first).Name} already.");
        var plan = new Plan(TitleOf(from), new PlanYear(first)) { CopiedFrom = from.Id };
        db.Add(plan);
        foreach (var pillar in await db.Set<Pillar>().AsNoTracking().Where(p => p.Plan == id).ToListAsync(ct))
            db.Add(new Pillar { Plan = plan.Id, Code = pillar.Code, Name = pillar.Name, Place = pillar.Place });
        foreach (var outcome in await db.Set<Outcome>().AsNoTracking().Where(o => o.Plan == id).ToListAsync(ct)) db.Add(outcome.CopyTo(plan.Id));
        foreach (var cost in await db.Set<PlanCost>().AsNoTracking().Where(c => c.Plan == id).ToListAsync(ct)) db.Add(cost.CopyTo(plan.Id));
        var holidays = (await db.Set<BankHoliday>().AsNoTracking().Select(h => h.Date).ToListAsync(ct)).ToHashSet();
        foreach (var step in await db.Set<PlanStep>().AsNoTracking().Where(s => s.Plan == id).ToListAsync(ct)) db.Add(step.CopyTo(plan.Id, Worked(step.Date.AddYears(1), holidays), step.Title));
        await db.Save(by, "Copy plan", ct);
        await draw.Apply(plan, plan.First, ct);
        await db.Save(by, "Draw the calendar", ct);
        return plan;
    }, ct);

    /// <summary>"Operations plan 2017/18" becomes "Operations plan 2018/19".</summary>
    public static string TitleOf(Plan from)
    {
        var (now, next) = (from.Year.Name, new PlanYear(from.First.AddYears(1)).Name);
        return from.Title.Contains(now, StringComparison.Ordinal) ? from.Title.Replace(now, next, StringComparison.Ordinal) : $"{from.Title} {next}";
    }

    /// <summary>That day, or the next on which people work.</summary>
    public static DateOnly Worked(DateOnly day, IReadOnlySet<DateOnly> holidays)
    {
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || holidays.Contains(day)) day = day.AddDays(1);
        return day;
    }
}
