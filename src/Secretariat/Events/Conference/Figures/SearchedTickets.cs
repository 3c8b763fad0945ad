using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Conference.Figures;

/// <summary>Valid tickets by name, address, code and event. What somebody needs is not searched for.</summary>
public sealed class SearchedTickets : ISearchable
{
    public string Kind => "ticket";
    public string Heading => "Tickets";

    public Guid? Of(Record saved) => (saved as Ticket)?.Id;

    public IQueryable<Guid> All(Db db) => db.Set<Ticket>().Where(t => t.State == TicketState.Valid && t.Email != "").Select(t => t.Id);

    public async Task<IReadOnlyList<SearchWords>> Words(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        [.. (await (from ticket in db.Set<Ticket>().AsNoTracking()
                    where ids.Contains(ticket.Id) && ticket.State == TicketState.Valid && ticket.Email != ""
                    join at in db.Set<Event>() on ticket.Event equals at.Id
                    select new { ticket, at.Title, at.Day, Body = db.Set<Organisation>().Where(o => o.Id == ticket.Organisation).Select(o => o.ShortName).FirstOrDefault() }).ToListAsync(ct))
            .Select(r => new SearchWords(r.ticket.Id, $"{r.ticket.Name}, {r.Title}", string.Join(" · ", new[] { r.ticket.Code, r.Body, r.ticket.Role, r.ticket.Email }.Where(w => !string.IsNullOrEmpty(w))), $"/desk/events/{r.ticket.Event}/check-in?q={r.ticket.Code}", r.Day))];
}
