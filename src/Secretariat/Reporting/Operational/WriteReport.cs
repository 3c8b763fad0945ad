using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Events.Papers;
using Secretariat.Planning;
using Secretariat.Planning.Outcomes;
using Secretariat.Platform;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;

namespace Secretariat.Reporting.Operational;

/// <summary>Drafts a report from the period's evidence, issues it to the Board among the papers of its meeting, and begins what corrects one.</summary>
public sealed class WriteReport(Db db, Standings standings, ReportCalendar calendar, GatherFacts gather, EventWords words, Settings settings, Sites sites)
{
    /// <summary>Drafts that report of the year's plan, or its numbers anew; the words of staff stay.</summary>
    public async Task<OperationalReport> Draft(int number, bool invented, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        var (plan, planned) = await Planned(number, now.DateIn(sites.Current.Zone), ct);
        var facts = await gather.Of(plan, planned.Period, now, ct);
        return await db.Write(async () =>
        {
            await Lock(plan.Id, ct);
            var there = await db.Set<OperationalReport>().Where(r => r.Plan == plan.Id && r.Number == number).OrderByDescending(r => r.Issue).FirstOrDefaultAsync(ct);
            var report = there ?? new OperationalReport(plan.Id, number, planned.Period) { Invented = invented };
            if (there is null) db.Add(report);
            report.Draft(planned.Period, facts, now);
            await db.Save(by, there is null ? "Draft report" : "Draft report again", ct);
            return report;
        }, ct);
    }

    /// <summary>New numbers for a draft that is there.</summary>
    public async Task Again(Guid id, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        var report = await db.Set<OperationalReport>().AsNoTracking().SingleAsync(r => r.Id == id, ct);
        var plan = await db.Set<Plan>().AsNoTracking().SingleAsync(p => p.Id == report.Plan, ct);
        // A correction is about the period that was reported; a draft follows the calendar.
        var period = report.Corrects is null && await Find(plan, report.Number, ct) is { } planned ? planned.Period : new(report.First, report.Last, report.Due);
        var facts = await gather.Of(plan, period, now, ct);
        await Change(id, r => r.Draft(period, facts, now), by, "Draft report again", ct);
    }

    public Task Say(Guid id, string? introduction, IReadOnlyDictionary<string, string?> under, Actor by, CancellationToken ct) => Change(id, r => r.Say(introduction, under), by, "Write report", ct);

    /// <param name="read">The hash of what was on the screen.</param>
    /// <param name="meeting">The Board meeting among whose papers it is put.</param>
    public async Task Issue(Guid id, Guid? meeting, string? read, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        var (before, today) = (await db.Set<OperationalReport>().AsNoTracking().SingleAsync(r => r.Id == id, ct), now.DateIn(sites.Current.Zone));
        if (meeting is { } wished && (await calendar.Meetings(before, today, ct)).All(e => e.Id != wished)) throw new RuleBroken("That meeting is over, cancelled or none of the Board’s. Choose another.", "Meeting");
        await db.Write(async () =>
        {
            var report = await Locked(id, ct);
            // A second press of what was issued as it was read.
            if (report.IsIssued && report.IssuedHash == read) return;
            report.IssueTo(meeting, read, today, by, now);
            if (report.Corrects is { } old) (await db.Set<OperationalReport>().SingleAsync(r => r.Id == old, ct)).WasCorrected(report.Id);
            if (meeting is { } at)
            {
                var papers = await db.Set<EventPaper>().Where(p => p.Event == at).Select(p => (int?)p.Place).MaxAsync(ct) ?? 0;
                var paper = new EventPaper(at, papers + 1, $"{report.Title}: {report.Period}", "for information", new Uri(settings.Url, PageOf(id)).AbsoluteUri, Circulation.Members, afterwards: false);
                await words.Require(at, paper, by, ct);
                db.Add(paper);
            }
            await db.Save(by, "Issue report", ct);
        }, ct);
    }

    /// <summary>Begins what corrects an issued report; the words go over, the numbers are drafted anew.</summary>
    public async Task<OperationalReport> Correct(Guid id, string? why, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        var next = await db.Write(async () =>
        {
            var old = await Locked(id, ct);
            if (await db.Set<OperationalReport>().FirstOrDefaultAsync(r => r.Corrects == id, ct) is { } begun) return begun;
            var made = old.Correct(why);
            db.Add(made);
            await db.Save(by, "Correct report", ct);
            return made;
        }, ct);
        if (next.Facts.Length == 0) await Again(next.Id, by, now, ct);
        return next;
    }

    /// <summary>Where members and the Board read it.</summary>
    public static string PageOf(Guid id) => $"/my/reports/{id}";

    private async Task<(Plan, PlannedReport)> Planned(int number, DateOnly today, CancellationToken ct)
    {
        if (await standings.PlanOn(today, ct) is not { } plan || await Find(plan, number, ct) is not { } planned) throw new RuleBroken("The plan’s calendar has no report of that number.");
        if (planned.Period.First > today) throw new RuleBroken($"Its period begins on {planned.Period.First.Long()}.");
        return (plan, planned);
    }

    private async Task<PlannedReport?> Find(Plan plan, int number, CancellationToken ct)
    {
        var outcomes = await db.Set<Outcome>().AsNoTracking().Where(o => o.Plan == plan.Id).ToListAsync(ct);
        return outcomes.Find(o => o.Counts.Contains(ReportsIssued.Code)) is { } outcome ? (await calendar.Of(plan, outcome, ct)).FirstOrDefault(p => p.Number == number) : null;
    }

    private Task Change(Guid id, Action<OperationalReport> verb, Actor by, string said, CancellationToken ct) => db.Write(async () =>
    {
        verb(await Locked(id, ct));
        await db.Save(by, said, ct);
    }, ct);

    // Of two presses the second sees what the first has done.
    private async Task<OperationalReport> Locked(Guid id, CancellationToken ct)
    {
        await db.Set<OperationalReport>().Where(r => r.Id == id).ExecuteUpdateAsync(s => s.SetProperty(r => r.Number, r => r.Number), ct);
        var report = await db.Set<OperationalReport>().SingleAsync(r => r.Id == id, ct);
        await db.Entry(report).ReloadAsync(ct);
        return report;
    }

    private Task Lock(Guid plan, CancellationToken ct) => db.Set<Plan>().Where(p => p.Id == plan).ExecuteUpdateAsync(s => s.SetProperty(p => p.Title, p => p.Title), ct);
}
