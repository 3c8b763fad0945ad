using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Publishing.Social;

/// <summary>What was posted about a member.</summary>
public sealed class PostsTimeline : ITimeline
{
    private static readonly TimeOnly Noon = new(12, 0);

    public async Task<IReadOnlyList<TimelineLine>> OfOrganisation(Db db, Guid organisation, TimelineSpan span, CancellationToken ct)
    {
        var before = span.Before.DateIn(span.Zone);
        return [.. (await db.Set<SocialPost>().AsNoTracking().Where(p => p.State == PostState.Posted && p.PostedOn <= before && p.About.Contains(organisation)).OrderByDescending(p => p.PostedOn).ThenByDescending(p => p.Id).Take(span.Most).ToListAsync(ct))
            .Select(p => new TimelineLine(p.PostedOn!.Value.At(Noon, span.Zone), $"Posted: {p.Heading}", $"on {p.Facts.Name}", $"/desk/social/{p.Id}", TimelineRoom.My)).Where(l => l.At < span.Before)];
    }
}
