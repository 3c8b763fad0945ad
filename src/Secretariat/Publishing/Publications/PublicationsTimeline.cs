using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.News;

namespace Secretariat.Publishing.Publications;

/// <summary>Which publications name a member.</summary>
public sealed class PublicationsTimeline : ITimeline
{
    public async Task<IReadOnlyList<TimelineLine>> OfOrganisation(Db db, Guid organisation, TimelineSpan span, CancellationToken ct) =>
        [.. (await db.Set<Publication>().AsNoTracking().Where(p => p.State == WebState.Published && p.About.Contains(organisation) && p.PublishedAt < span.Before).OrderByDescending(p => p.PublishedAt).Take(span.Most)
            .Select(p => new { p.Id, p.Title, p.Circulation, p.PublishedAt }).ToListAsync(ct))
            .Select(p => new TimelineLine(p.PublishedAt!.Value, $"Published: {p.Title}", p.Circulation == Circulation.Public ? "as a publication" : "as a publication for members", $"/desk/publications/{p.Id}", TimelineRoom.My))];
}
