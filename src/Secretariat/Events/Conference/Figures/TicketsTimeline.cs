using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Conference.Figures;

/// <summary>What a member was offered and whom it named; when somebody was named, and came.</summary>
public sealed class TicketsTimeline : ITimeline
{
    public async Task<IReadOnlyList<TimelineLine>> OfPerson(Db db, IReadOnlyCollection<Guid> records, TimelineSpan span, CancellationToken ct)
    {
        var tickets = await db.Set<Ticket>().AsNoTracking().Where(t => t.Person != null && records.Contains(t.Person.Value) && t.NamedAt < span.Before).OrderByDescending(t => t.NamedAt).Take(span.Most)
            .Join(db.Set<Event>(), t => t.Event, e => e.Id, (t, e) => new { t, e.Title }).ToListAsync(ct);
        return [.. tickets.SelectMany(r => Lines(r.t, r.Title, span.Before))];
    }

    public async Task<IReadOnlyList<TimelineLine>> OfOrganisation(Db db, Guid organisation, TimelineSpan span, CancellationToken ct)
    {
        var held = await db.Set<Allocation>().AsNoTracking().Where(a => a.Organisation == organisation && a.OfferedAt < span.Before)
            .Join(db.Set<Event>(), a => a.Event, e => e.Id, (a, e) => new { a.Id, a.Event, a.OfferedAt, a.Offered, e.Title }).ToListAsync(ct);
        var ids = held.ConvertAll(h => h.Id);
        var tickets = await db.Set<Ticket>().AsNoTracking().Where(t => t.Allocation != null && ids.Contains(t.Allocation.Value) && t.NamedAt < span.Before).OrderByDescending(t => t.NamedAt).Take(span.Most)
            .Join(db.Set<Event>(), t => t.Event, e => e.Id, (t, e) => new { t, e.Title }).ToListAsync(ct);
        return [.. held.Select(h => new TimelineLine(h.OfferedAt, $"offered {h.Offered} {(h.Offered == 1 ? "place" : "places")} at {h.Title}", "", Href(h.Event), TimelineRoom.My)),
            .. tickets.Select(r => new TimelineLine(r.t.NamedAt, $"{r.t.Name} named for {r.Title}", $"by {r.t.Through}", Href(r.t.Event), TimelineRoom.My))];
    }

    private static IEnumerable<TimelineLine> Lines(Ticket ticket, string title, DateTimeOffset before)
    {
        yield return new(ticket.NamedAt, $"named for a place at {title}", $"by {ticket.Through}", Href(ticket.Event), TimelineRoom.My);
        if (ticket.EndedAt is { } ended && ended < before) yield return new(ended, ticket.State == TicketState.Swapped ? $"somebody else was named for {title}" : $"the place at {title} was given up", "", Href(ticket.Event), TimelineRoom.My);
        if (ticket.CheckedInAt is { } came && came < before) yield return new(came, $"came to {title}", "checked in at the door", Href(ticket.Event), TimelineRoom.My);
    }

    private static string Href(Guid at) => $"/desk/events/{at}/places";
}
