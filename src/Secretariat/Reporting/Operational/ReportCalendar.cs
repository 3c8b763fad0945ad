using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Events.Kinds;
using Secretariat.Planning;
using Secretariat.Planning.Calendar;
using Secretariat.Planning.Outcomes;
using Secretariat.Platform.Data;

namespace Secretariat.Reporting.Operational;

/// <param name="Issues">The newest first.</param>
public sealed record PlannedReport(int Number, ReportPeriod Period, IReadOnlyList<OperationalReport> Issues)
{
    /// <summary>What is worked on, or was issued last; null before the first draft.</summary>
    public OperationalReport? Newest => Issues.Count == 0 ? null : Issues[0];

    public bool IsIssued => Issues.Any(r => r.IsIssued);
}

/// <summary>Which reports the plan's calendar wants, and what there is of them.</summary>
public sealed class ReportCalendar(Db db, Standings standings)
{
    /// <summary>The outcome that counts reports, of the plan of that day; null when the plan promises none.</summary>
    public async Task<(Plan Plan, Outcome Outcome)?> Promise(DateOnly today, CancellationToken ct)
    {
        if (await standings.PlanOn(today, ct) is not { } plan) return null;
        var outcomes = await db.Set<Outcome>().AsNoTracking().Where(o => o.Plan == plan.Id).OrderBy(o => o.Place).ToListAsync(ct);
        return outcomes.Find(o => o.Counts.Contains(ReportsIssued.Code)) is { } outcome ? (plan, outcome) : null;
    }

    public async Task<IReadOnlyList<PlannedReport>> Of(Plan plan, Outcome outcome, CancellationToken ct)
    {
        var dates = await db.Set<PlannedDate>().AsNoTracking().Where(d => d.Outcome == outcome.Id && !d.Dropped).OrderBy(d => d.Date).Select(d => new { d.Number, d.Date }).ToListAsync(ct);
        var periods = ReportPeriod.Of(plan.Year.First, dates.Select(d => d.Date));
        var reports = (await db.Set<OperationalReport>().AsNoTracking().Where(r => r.Plan == plan.Id).OrderByDescending(r => r.Issue).ToListAsync(ct)).ToLookup(r => r.Number);
        return [.. dates.Select((d, i) => new PlannedReport(d.Number, periods[i], [.. reports[d.Number]]))];
    }

    /// <summary>The meetings to which it may go: those still to come of the outcome that its own dates are tied to.</summary>
    public async Task<IReadOnlyList<Event>> Meetings(OperationalReport report, DateOnly today, CancellationToken ct)
    {
        var outcomes = await db.Set<Outcome>().AsNoTracking().Where(o => o.Plan == report.Plan).ToListAsync(ct);
        var tied = outcomes.Find(o => o.Counts.Contains(ReportsIssued.Code))?.Cadence.TiedTo;
        var counts = outcomes.Find(o => o.Code == tied)?.Counts.ToList() ?? [];
        return await db.Set<Event>().AsNoTracking().Where(e => db.Set<EventKind>().Any(k => k.Id == e.Kind && (k.IsBoard || counts.Contains(k.Counts))) && (e.State == EventState.Draft || e.State == EventState.Announced) && e.Day >= today)
            .OrderBy(e => e.Day).Take(10).ToListAsync(ct);
    }
}
