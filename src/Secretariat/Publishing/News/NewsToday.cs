using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Publishing.News;

/// <summary>What was to go to the website and came back to the desk.</summary>
public sealed class NewsToday(Db db) : IToday
{
    public async Task<IReadOnlyList<TodayTask>> For(DateOnly today, CancellationToken ct) =>
        [.. (await db.Set<PublishedItem>().AsNoTracking().Where(p => p.Returned != null && p.State != WebState.Published && p.State != WebState.Scheduled).OrderBy(p => p.ApprovedAt).Select(p => new { p.Item, p.Heading, p.Returned }).ToListAsync(ct))
            .Select(p => new TodayTask("Look at", $"“{p.Heading}” is not on the website. {p.Returned}", $"/desk/items/{p.Item}/website", null))];
}
