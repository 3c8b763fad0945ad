using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Minutes;

/// <summary>Actions that somebody took on, and what came of them.</summary>
public sealed class ActionsTimeline : ITimeline
{
    public async Task<IReadOnlyList<TimelineLine>> OfPerson(Db db, IReadOnlyCollection<Guid> records, TimelineSpan span, CancellationToken ct)
    {
        var actions = await db.Set<EventAction>().AsNoTracking().Where(a => a.Person != null && records.Contains(a.Person.Value) && a.MadeAt < span.Before)
            .Join(db.Set<Event>(), a => a.Event, e => e.Id, (a, e) => new { a, e.Title }).ToListAsync(ct);
        return [.. actions.Select(x => new TimelineLine(x.a.MadeAt, $"Took on: {x.a.What}", $"by {x.a.Due.Plain()}, at {x.Title}", $"/desk/events/{x.a.Event}", TimelineRoom.My)),
            .. actions.Where(x => x.a.ClosedAt < span.Before).Select(x => new TimelineLine(x.a.ClosedAt!.Value, $"Closed: {x.a.What}", x.a.Outcome ?? "", $"/desk/events/{x.a.Event}", TimelineRoom.My))];
    }
}
