using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Media;

/// <summary>Journalists who wait.</summary>
public sealed class MediaToday(Db db, Sites sites) : IToday
{
    public async Task<IReadOnlyList<TodayTask>> For(DateOnly today, CancellationToken ct) =>
        [.. (await db.Set<MediaRequest>().AsNoTracking().Where(r => r.Outcome == null).OrderBy(r => r.Deadline == null).ThenBy(r => r.Deadline).Take(10).Select(r => new { r.Id, r.Outlet, r.Topic, r.Deadline }).ToListAsync(ct))
            .Select(r => new TodayTask("Ring", $"{r.Outlet}: {(r.Topic.Length <= 80 ? r.Topic : r.Topic[..80] + "…")}", $"/desk/media/{r.Id}", r.Deadline?.DateIn(sites.Current.Zone)))];
}
