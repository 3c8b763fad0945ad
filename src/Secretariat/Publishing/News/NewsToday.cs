using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.News;

/// <summary>What was to go to the website and came back to the desk, and for a week what went off it because its mandate is over.</summary>
public sealed class NewsToday(Db db, Sites sites) : IToday
{
    private const int DaysTold = 7;

    public async Task<IReadOnlyList<TodayTask>> For(DateOnly today, CancellationToken ct)
    {
        var since = today.AddDays(-DaysTold).At(TimeOnly.MinValue, sites.Current.Zone);
        var over = await db.Set<PublishedItem>().AsNoTracking().Where(p => p.State == WebState.TakenOff && p.TakenOffWhy == TakeOffWebsite.Ended && p.TakenOffAt > since).OrderBy(p => p.TakenOffAt).Select(p => new { p.Item, p.Heading }).ToListAsync(ct);
        var back = await db.Set<PublishedItem>().AsNoTracking().Where(p => p.Returned != null && p.State != WebState.Published && p.State != WebState.Scheduled).OrderBy(p => p.ApprovedAt).Select(p => new { p.Item, p.Heading, p.Returned }).ToListAsync(ct);
        return [.. back.Select(p => new TodayTask("Look at", $"“{p.Heading}” is not on the website. {p.Returned}", $"/desk/items/{p.Item}/website", null)),
            .. over.Select(p => new TodayTask("Look at", $"“{p.Heading}” went off the website. {TakeOffWebsite.Ended}", $"/desk/items/{p.Item}/website", null))];
    }
}
