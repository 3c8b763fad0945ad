using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Publishing.News;

namespace Secretariat.Publishing.Publications;

/// <summary>What was approved, came back to the desk, and waits for somebody.</summary>
public sealed class PublicationsToday(Db db) : IToday
{
    public async Task<IReadOnlyList<TodayTask>> For(DateOnly today, CancellationToken ct) =>
        [.. (await db.Set<Publication>().AsNoTracking().Where(p => p.Returned != null && p.State == WebState.Draft).OrderBy(p => p.ApprovedAt).Select(p => new { p.Id, p.Title, p.Returned }).ToListAsync(ct))
            .Select(p => new TodayTask("Look at", $"“{p.Title}” is not published. {p.Returned}", $"/desk/publications/{p.Id}", null))];
}
