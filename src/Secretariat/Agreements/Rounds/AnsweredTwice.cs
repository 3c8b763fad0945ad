using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds;

/// <summary>
/// While a round is open, two records that answered it for one member stay two: made one, the second answer would look like the first
/// one's change of mind. Rounds that are closed say in their log who answered when, and a merge alters nothing there.
/// </summary>
public sealed class AnsweredTwice : IMergeGuard
{
    public async Task<string?> Refuse(Db db, IReadOnlyCollection<Guid> one, IReadOnlyCollection<Guid> other, CancellationToken ct)
    {
        var mine = db.Set<Response>().Where(r => r.Person != null && one.Contains(r.Person.Value));
        var theirs = db.Set<Response>().Where(r => r.Person != null && other.Contains(r.Person.Value));
        var both = await (from round in db.Set<Round>().IgnoreAutoIncludes()
                          where round.State == RoundState.Open
                          join elector in db.Set<Elector>() on round.Id equals elector.Round
                          where mine.Any(r => r.Elector == elector.Id) && theirs.Any(r => r.Elector == elector.Id)
                          select new { round.Title, elector.Name }).FirstOrDefaultAsync(ct);
        return both is null ? null : $"Both answered “{both.Title}” for {both.Name}, which is still open. Merge them when it has closed, so that nobody takes two answers for one.";
    }
}
