using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Reporting.Annual;

/// <summary>Whose figures are missing shortly before the last day, and a report that waits for somebody.</summary>
public sealed class AnnualToday(Db db) : IToday
{
    private const int Soon = 14;

    public async Task<IReadOnlyList<TodayTask>> For(DateOnly today, CancellationToken ct)
    {
        if (await db.Set<AnnualReport>().AsNoTracking().Where(r => r.State == AnnualState.Collecting).OrderByDescending(r => r.OpenedAt).FirstOrDefaultAsync(ct) is not { } report) return [];
        if (report.Returned is { } why) return [new("Look at", $"{report.Title}. {why}", "/desk/reports/annual", null)];
        if (today < report.Closes.AddDays(-Soon)) return [];
        var missing = await db.Set<Organisation>().CountAsync(o => o.Kind == OrganisationKind.Member && !db.Set<MemberReturn>().Any(r => r.Report == report.Id && r.Member == o.Id && r.State == ReturnState.SignedOff), ct);
        return missing > 0 && today <= report.Closes ? [new("Ask", $"{missing} {(missing == 1 ? "member has" : "members have")} not signed off figures for {report.Title}", "/desk/reports/annual", report.Closes)]
            : [new("Approve", report.Title, "/desk/reports/annual", null)];
    }
}
