using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Dispositions;

/// <summary>Comments that nobody has decided about, and authors who have not been told.</summary>
public sealed class CommentsToday(Db db) : IToday
{
    public async Task<IReadOnlyList<TodayTask>> For(DateOnly today, CancellationToken ct)
    {
        var waiting = RoundComments.Waiting(db);
        var rounds = await db.Set<Round>().IgnoreAutoIncludes().Where(r => r.State == RoundState.Open || r.State == RoundState.Closed)
            .Select(r => new { r.Id, r.Title, r.ClosesAt, Waiting = waiting.Count(c => c.Round == r.Id), Untold = db.Set<Disposition>().Count(d => d.Round == r.Id && d.ToldAt == null) })
            .Where(r => r.Waiting > 0 || r.Untold > 0).OrderBy(r => r.ClosesAt).ToListAsync(ct);
        return [.. rounds.Select(r => r.Waiting > 0
            ? new TodayTask("Settle", $"{(r.Waiting == 1 ? "One comment waits" : $"{r.Waiting} comments wait")} for a decision: {r.Title}", $"/desk/rounds/{r.Id}/comments", null)
            : new TodayTask("Tell", $"What became of {(r.Untold == 1 ? "a comment" : $"{r.Untold} comments")}: {r.Title}", $"/desk/rounds/{r.Id}/comments", null))];
    }
}
