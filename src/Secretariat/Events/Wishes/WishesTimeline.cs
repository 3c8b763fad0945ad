using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Wishes;

/// <summary>Workshops that somebody proposed for their member, and what it ranked.</summary>
public sealed class WishesTimeline : ITimeline
{
    public Task<IReadOnlyList<TimelineLine>> OfPerson(Db db, IReadOnlyCollection<Guid> records, TimelineSpan span, CancellationToken ct) =>
        Lines(db, db.Set<Wish>().Where(w => w.Person != null && records.Contains(w.Person.Value)), db.Set<WishRanking>().Where(r => r.Person != null && records.Contains(r.Person.Value)), span, ct);

    public Task<IReadOnlyList<TimelineLine>> OfOrganisation(Db db, Guid organisation, TimelineSpan span, CancellationToken ct) =>
        Lines(db, db.Set<Wish>().Where(w => w.Member == organisation), db.Set<WishRanking>().Where(r => r.Member == organisation), span, ct);

    private static async Task<IReadOnlyList<TimelineLine>> Lines(Db db, IQueryable<Wish> wishes, IQueryable<WishRanking> rankings, TimelineSpan span, CancellationToken ct)
    {
        var proposed = await wishes.AsNoTracking().Where(w => w.At < span.Before).OrderByDescending(w => w.At).Take(span.Most).ToListAsync(ct);
        var ranked = await rankings.AsNoTracking().Where(r => r.At < span.Before).OrderByDescending(r => r.At).Take(span.Most).ToListAsync(ct);
        var first = ranked.Where(r => r.Order.Count > 0).Select(r => r.Order[0]).Distinct().ToList();
        var titles = await db.Set<Wish>().Where(w => first.Contains(w.Id)).ToDictionaryAsync(w => w.Id, w => w.Title, ct);
        return [.. proposed.Select(w => new TimelineLine(w.At, $"Proposed a workshop: {w.Title}", w.Why ?? "", Href(w.Call), TimelineRoom.My)),
            .. ranked.Select(r => new TimelineLine(r.At, "Ranked wishes for workshops", r.Order.Count > 0 && titles.TryGetValue(r.Order[0], out var title) ? $"first {title}" : "", Href(r.Call), TimelineRoom.My))];
    }

    private static string Href(Guid call) => $"/desk/events/wishes?call={call}";
}
