using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Conference.Programme;
using Secretariat.Events.Diary;
using Secretariat.Events.Invitations;
using Secretariat.Members.People;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Conference;

/// <summary>Tickets, what somebody needs, the waiting list and who spoke. That a place was used stays, without the person.</summary>
public sealed class TicketPersonalData(Db db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(Ticket), typeof(Waiting), typeof(ProgrammeSession)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct)
    {
        var name = await db.Set<Person>().Where(p => p.Id == person).Select(p => p.Name).SingleOrDefaultAsync(ct);
        var tickets = await Tickets(person).AsNoTracking().OrderBy(t => t.NamedAt).Join(db.Set<Event>(), t => t.Event, e => e.Id, (t, e) => new { e.Title, e.Day, Ticket = t }).ToListAsync(ct);
        return new Dictionary<string, object?>
        {
            ["event_tickets"] = tickets.Select(t => new { t.Title, t.Day, t.Ticket.Name, t.Ticket.Email, t.Ticket.Role, t.Ticket.Code, t.Ticket.State, t.Ticket.Through, t.Ticket.NamedAt, t.Ticket.CheckedInAt }).ToList(),
            ["event_ticket_needs"] = tickets.Where(t => t.Ticket.Needs != null).Select(t => new { t.Title, t.Ticket.Needs }).ToList(),
            ["event_waiting"] = await Waits(person).AsNoTracking().OrderBy(w => w.At).Join(db.Set<Event>(), w => w.Event, e => e.Id, (w, e) => new { e.Title, w.Name, w.Email, w.Role, w.Needs, w.State, w.At, w.EndedAt }).ToListAsync(ct),
            ["event_named_others"] = await db.Set<Ticket>().AsNoTracking().Where(t => t.ThroughPerson == person).OrderBy(t => t.NamedAt).Join(db.Set<Event>(), t => t.Event, e => e.Id, (t, e) => new { e.Title, t.NamedAt }).ToListAsync(ct),
            ["event_speaks"] = (await Sessions(name, ct)).Select(s => new { s.Title, s.Speakers }).ToList(),
        };
    }

    public async Task Erase(Guid person, CancellationToken ct)
    {
        var name = await db.Set<Person>().Where(p => p.Id == person).Select(p => p.Name).SingleOrDefaultAsync(ct);
        var tickets = await Tickets(person).ToListAsync(ct);
        var ids = tickets.Select(t => t.Id).ToList();
        foreach (var came in await db.Set<Invitee>().Where(i => i.Ticket != null && ids.Contains(i.Ticket.Value)).ToListAsync(ct)) came.Forget();
        foreach (var ticket in tickets) ticket.Forget();
        foreach (var waiting in await Waits(person).ToListAsync(ct)) waiting.Forget();
        foreach (var named in await db.Set<Ticket>().Where(t => t.ThroughPerson == person).ToListAsync(ct)) named.ForgetThrough();
        foreach (var session in await Sessions(name, ct)) session.Forget(name!);
    }

    // Whoever was named by an address is the person whose address it is.
    private IQueryable<Ticket> Tickets(Guid person) => db.Set<Ticket>().Where(t => t.Person == person || db.Set<Person>().Any(p => p.Id == person && p.EmailKey != "" && p.EmailKey == t.EmailKey));

    private IQueryable<Waiting> Waits(Guid person) => db.Set<Waiting>().Where(w => w.Person == person || db.Set<Person>().Any(p => p.Id == person && p.EmailKey != "" && p.EmailKey == w.EmailKey));

    // Speakers are words of a programme; they are found by their name.
    private async Task<IReadOnlyList<ProgrammeSession>> Sessions(string? name, CancellationToken ct) => string.IsNullOrWhiteSpace(name) ? []
        : [.. (await db.Set<ProgrammeSession>().ToListAsync(ct)).Where(s => s.Names.Any(n => n.Folded() == name.Folded()))];
}
