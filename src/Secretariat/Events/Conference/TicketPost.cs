using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Conference.Letters;
using Secretariat.Events.Diary;
using Secretariat.Events.Letters;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;

namespace Secretariat.Events.Conference;

/// <summary>The letters about tickets, put into the ledger in the caller's transaction.</summary>
public sealed class TicketPost(Db db, EventPost post, FreezeBatch freeze, TimeProvider clock)
{
    public void Issued(Event at, Ticket ticket) => One(at, ticket, "Ticket", TicketLetter.Issued);

    /// <summary>Tells them that the place is somebody else's now, or given back.</summary>
    public void Ended(Event at, Ticket ticket) => One(at, ticket, "Place given up", ticket.State == TicketState.Swapped ? TicketLetter.Swapped : TicketLetter.GivenBack);

    public void Offered(Event at, Waiting waiting) => To(at, waiting, "A place", PlaceLetter.Offered);

    public void Waits(Event at, Waiting waiting) => To(at, waiting, "On the waiting list", PlaceLetter.Waits);

    public void Lapsed(Event at, Waiting waiting) => To(at, waiting, "A place that was not taken", PlaceLetter.Lapsed);

    /// <summary>Another time or place, or that it does not take place: to everybody with a ticket, once.</summary>
    /// <returns>How many letters.</returns>
    public async Task<int> All(Event at, string content, Actor by, CancellationToken ct)
    {
        var tickets = await db.Set<Ticket>().AsNoTracking().Where(t => t.Event == at.Id && t.State == TicketState.Valid && t.Email != "").ToListAsync(ct);
        if (tickets.Count == 0) return 0;
        var plan = new BatchPlan(Guid.CreateVersion7(), TicketLetter.ClassName, $"{(content == TicketLetter.Off ? "Cancelled" : "Changed")}: {at.Title}", Priority.Service, clock.GetUtcNow()) { About = at.Id, Content = content };
        return (await freeze.Run(plan, tickets.Select(t => new Recipient(t.Person, t.Email, TicketLetter.Merge(t))), by, ct)).Queued;
    }

    private void One(Event at, Ticket ticket, string title, string content)
    {
        if (ticket.Email.Length > 0) post.One(at, new(TicketLetter.ClassName, title, content), ticket.Person, ticket.Email, TicketLetter.Merge(ticket));
    }

    private void To(Event at, Waiting waiting, string title, string content)
    {
        if (waiting.Email.Length > 0) post.One(at, new(PlaceLetter.ClassName, title, content), waiting.Person, waiting.Email, PlaceLetter.Merge(waiting, at.When.ZoneInfo));
    }
}
