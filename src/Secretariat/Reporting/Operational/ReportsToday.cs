using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;

namespace Secretariat.Reporting.Operational;

/// <summary>A report whose date comes near or has passed, and one that the Board has and members do not.</summary>
public sealed class ReportsToday(ReportCalendar calendar) : IToday
{
    private const int Soon = 14;

    public async Task<IReadOnlyList<TodayTask>> For(DateOnly today, CancellationToken ct)
    {
        if (await calendar.Promise(today, ct) is not ({ } plan, { } outcome)) return [];
        var planned = await calendar.Of(plan, outcome, ct);
        // The dates themselves are the plan's to ask for once they have passed: here stands what is to be done for the next.
        return [.. planned.Where(p => !p.IsIssued && p.Period.Due <= today.AddDays(Soon)).Take(1).Select(p => new TodayTask(p.Newest is null ? "Draft" : "Issue", $"the operational report for {p.Period.First.Plain()} to {p.Period.Last.Plain()}, before the papers go out", p.Newest is { } draft ? $"/desk/reports/{draft.Id}" : "/desk/reports", p.Period.Due)),
            .. planned.SelectMany(p => p.Issues).Where(r => r.Corrects is not null && !r.IsIssued).Select(r => new TodayTask("Issue", $"the correction of operational report {r.Number}", $"/desk/reports/{r.Id}", null)),
            .. planned.SelectMany(p => p.Issues).Where(r => r.IsIssued && r.SharedAt is null && r.CorrectedBy is null).Select(r => new TodayTask("Share", $"{r.Title} with all members", $"/desk/reports/{r.Id}", null))];
    }
}
