using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Kinds;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Diary;

/// <summary>Says on the plan's calendar which date has its event, and offers one press for those that have none.</summary>
public sealed class EventForDate(Db db) : IForPlannedDate
{
    public async Task<IReadOnlyDictionary<Guid, PlannedWork>> Of(IReadOnlyDictionary<Guid, IReadOnlyCollection<string>> dates, CancellationToken ct)
    {
        var codes = await db.Set<EventKind>().Where(k => k.Counts != "").Select(k => k.Counts).ToHashSetAsync(ct);
        var there = (await db.Set<Event>().AsNoTracking().Where(e => e.Planned != null && e.State != EventState.Cancelled).Select(e => new { e.Id, e.Planned, e.State }).ToListAsync(ct)).ToLookup(e => e.Planned!.Value);
        return dates.Where(d => d.Value.Any(codes.Contains)).ToDictionary(d => d.Key, d => there[d.Key].FirstOrDefault() is { } at
            ? new PlannedWork($"Event: {at.State.Words()}", $"/desk/events/{at.Id}", Press: false)
            : new PlannedWork("Make its event", $"/desk/events/for/{d.Key}", Press: true));
    }
}
