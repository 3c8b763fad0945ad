using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Publishing.Social;

/// <summary>Posts whose day has come, and those of which nobody said what became of them.</summary>
public sealed class PostsToday(Db db) : IToday
{
    public async Task<IReadOnlyList<TodayTask>> For(DateOnly today, CancellationToken ct) =>
        [.. (await db.Set<SocialPost>().AsNoTracking().Where(p => p.State == PostState.Unknown || (p.State == PostState.Planned && p.Day <= today)).OrderBy(p => p.Day).ThenBy(p => p.Id)
                .Select(p => new { p.Id, p.State, p.Channel, p.Heading, p.Day }).ToListAsync(ct))
            .Select(p => p.State == PostState.Unknown
                ? new TodayTask("Say", $"what became of “{p.Heading}” on {p.Channel.Facts().Name}", $"/desk/social/{p.Id}", null)
                : new TodayTask("Post", $"“{p.Heading}” on {p.Channel.Facts().Name}", $"/desk/social/{p.Id}", p.Day))];
}
