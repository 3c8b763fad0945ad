using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Events.Invitations;
using Secretariat.Events.Kinds;
using Secretariat.Events.Minutes;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Attendance;

/// <summary>What events need of a person today: to be announced, to have their attendance taken; and actions that are overdue.</summary>
public sealed class EventsToday(Db db) : IToday
{
    private const int Ahead = 28;

    public async Task<IReadOnlyList<TodayTask>> For(DateOnly today, CancellationToken ct)
    {
        var tasks = new List<TodayTask>();
        var soon = today.AddDays(Ahead);
        foreach (var at in await db.Set<Event>().AsNoTracking().Where(e => (e.State == EventState.Draft || e.State == EventState.Announced) && e.Day <= soon).OrderBy(e => e.Day)
            .Select(e => new { e.Id, e.Title, e.Day, e.State, Asked = db.Set<Invitee>().Any(i => i.Event == e.Id) || db.Set<EventKind>().Any(k => k.Id == e.Kind && k.HasTickets) }).ToListAsync(ct))
        {
            if (at.Day < today) tasks.Add(new("Take", $"Who was there? {at.Title}", $"/desk/events/{at.Id}/attendance", at.Day));
            else if (at.State == EventState.Draft) tasks.Add(new("Announce", at.Title, $"/desk/events/{at.Id}", at.Day));
            else if (!at.Asked) tasks.Add(new("Invite", $"Nobody is asked yet: {at.Title}", $"/desk/events/{at.Id}/invite", at.Day));
        }
        foreach (var action in await db.Set<EventAction>().AsNoTracking().Where(a => a.ClosedAt == null && a.Due < today).OrderBy(a => a.Due).ToListAsync(ct))
            tasks.Add(new("Ask", $"Overdue, {action.Name}: {action.What}", $"/desk/events/{action.Event}#actions", action.Due));
        return tasks;
    }
}
