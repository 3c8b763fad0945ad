using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Publishing.News;

/// <summary>What stood on the website about a member, and what was taken off again.</summary>
public sealed class NewsTimeline : ITimeline
{
    public async Task<IReadOnlyList<TimelineLine>> OfOrganisation(Db db, Guid organisation, TimelineSpan span, CancellationToken ct)
    {
        var published = await db.Set<PublishedItem>().AsNoTracking().Where(p => p.About.Contains(organisation) && p.PublishedAt < span.Before).OrderByDescending(p => p.PublishedAt).Take(span.Most).ToListAsync(ct);
        return [.. published.Select(p => new TimelineLine(p.PublishedAt!.Value, $"Published: {p.Heading}", "on the website", Href(p), TimelineRoom.My)),
            .. published.Where(p => p.TakenOffAt < span.Before).Select(p => new TimelineLine(p.TakenOffAt!.Value, $"Taken off the website: {p.Heading}", p.TakenOffWhy ?? "", Href(p), TimelineRoom.My))];
    }

    private static string Href(PublishedItem published) => $"/desk/items/{published.Item}/website";
}
