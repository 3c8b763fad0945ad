using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Members.People;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mailing;

namespace Secretariat.Events.Conference;

/// <summary>A member says who comes, changes its mind and gives places back; staff take back what nobody was named for.</summary>
public sealed class NamePlaces(Db db, TicketPost post, PassOn pass)
{
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <returns>How many tickets were written.</returns>
    public Task<int> Name(Guid id, IReadOnlyList<Holder> holders, Actor by, DateTimeOffset now, CancellationToken ct) => Held(id, async (at, allocation) =>
    {
        Upcoming(at, now);
        var given = holders.Where(h => !h.IsEmpty).ToList();
        if (given.Count == 0) throw new RuleBroken("Say who comes: a name and an e-mail address.");
        var unnamed = allocation.Held - await Named(allocation.Id, ct);
        if (given.Count > unnamed) throw new RuleBroken(unnamed <= 0 ? (allocation.Held == 1 ? "The one place has a name." : $"All {allocation.Held} places have a name.") : $"There {(unnamed == 1 ? "is 1 place" : $"are {unnamed} places")} without a name, and you named {given.Count}.");
        foreach (var holder in given) await Issue(at, allocation, allocation.Organisation, holder, by, now, ct);
        await db.Save(by, "Name for places", ct);
        return given.Count;
    }, ct);

    /// <summary>Somebody else comes: the first is told, the second gets a ticket of their own.</summary>
    public Task Swap(Guid id, Holder holder, Actor by, DateTimeOffset now, CancellationToken ct) => Of(id, async (at, ticket) =>
    {
        Upcoming(at, now);
        var allocation = ticket.Allocation is { } from ? await db.Set<Allocation>().SingleAsync(a => a.Id == from, ct) : throw new RuleBroken("This place was asked for by whoever has it: it is given back, and goes to the next who waits.");
        ticket.End(TicketState.Swapped, now);
        post.Ended(at, ticket);
        await db.Save(by, "Swap ticket", ct);
        await Issue(at, allocation, allocation.Organisation, holder, by, now, ct);
        await db.Save(by, "Swap ticket", ct);
    }, ct);

    /// <summary>They do not come. A member's place is without a name again; one that was asked for goes to the next.</summary>
    public Task Clear(Guid id, Actor by, DateTimeOffset now, CancellationToken ct) => Of(id, async (at, ticket) =>
    {
        Upcoming(at, now);
        ticket.End(TicketState.GivenBack, now);
        post.Ended(at, ticket);
        await db.Save(by, "Give up ticket", ct);
        if (ticket.Allocation is not null) return;
        await Counters.Unuse(db, at.Id, ct);
        await pass.Run(at, now, ct);
    }, ct);

    public Task GiveBack(Guid id, int places, Actor by, DateTimeOffset now, CancellationToken ct) => Held(id, async (at, allocation) =>
    {
        Upcoming(at, now);
        allocation.GiveBack(places, await Named(id, ct));
        await Return(at, places, by, "Give places back", now, ct);
        return places;
    }, ct);

    /// <summary>What has no name after the day by which people were to be named.</summary>
    /// <returns>How many places; they go to those who ask.</returns>
    public async Task<int> TakeBack(Guid @event, IReadOnlyCollection<Guid>? only, DateOnly today, Actor by, DateTimeOffset now, CancellationToken ct) => await db.Write(async () =>
    {
        var ticketing = await Counters.Lock(db, @event, ct);
        if (today <= ticketing.NameBy) throw new RuleBroken($"Members have until {Platform.Clocks.Dates.Long(ticketing.NameBy)} to say who comes.");
        var at = await db.Set<Event>().AsNoTracking().SingleAsync(e => e.Id == @event, ct);
        Upcoming(at, now);
        var named = await db.Set<Ticket>().Where(t => t.Event == @event && t.State == TicketState.Valid && t.Allocation != null).GroupBy(t => t.Allocation!.Value).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
        var back = 0;
        foreach (var allocation in (await db.Set<Allocation>().Where(a => a.Event == @event).ToListAsync(ct)).Where(a => only is null || only.Contains(a.Id)))
        {
            var unnamed = allocation.Held - named.GetValueOrDefault(allocation.Id);
            if (unnamed <= 0) continue;
            allocation.TakeBack(unnamed, named.GetValueOrDefault(allocation.Id));
            back += unnamed;
        }
        if (back == 0) throw new RuleBroken("Every place has a name: there is none to take back.");
        await Return(at, back, by, "Take places back", now, ct);
        return back;
    }, ct);

    /// <param name="own">By the ticket's own link: whoever named somebody writes what they need once, and does not read or change it.</param>
    public Task Need(Guid id, string? needs, bool own, Actor by, CancellationToken ct) => Of(id, async (_, ticket) =>
    {
        if (!ticket.IsValid) throw new RuleBroken("This ticket is not valid any more.");
        if (!own && ticket.Needs is not null) throw new RuleBroken($"It is written down already. {ticket.Name} changes it by the link of the ticket.");
        ticket.Need(needs);
        await db.Save(by, "Change needs", ct);
    }, ct);

    /// <summary>Writes a ticket and its letter; the caller has counted the place and saves.</summary>
    internal async Task<Ticket> Issue(Event at, Allocation? from, Guid? organisation, Holder holder, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        var ticket = new Ticket(at.Id, from, organisation, await Known(holder, ct), RandomNumberGenerator.GetString(Letters, Ticket.CodeLength), by, now);
        if (db.Set<Ticket>().Local.Any(t => t.Event == at.Id && t.HolderKey == ticket.EmailKey)
            || await db.Set<Ticket>().AnyAsync(t => t.Event == at.Id && (t.HolderKey == ticket.EmailKey || (t.State == TicketState.Valid && t.Person != null && t.Person == ticket.Person)), ct))
            throw new RuleBroken($"{ticket.Email} has a ticket for it already: a ticket is for one person.", "Email");
        db.Add(ticket);
        post.Issued(at, ticket);
        return ticket;
    }

    /// <summary>Whoever has this address here is the person they are, however the name was spelt.</summary>
    private async Task<Holder> Known(Holder holder, CancellationToken ct)
    {
        if (holder.Person is { } chosen)
            return await db.Set<Person>().AsNoTracking().Where(p => db.Set<Person>().Any(o => o.Id == chosen && o.Canonical == p.Id)).Select(p => new { p.Id, p.Name, p.Email }).SingleOrDefaultAsync(ct) is { } person
                ? holder with { Person = person.Id, Name = person.Name, Email = person.Email } : throw new RuleBroken("Choose who comes from the list, or type the name.", "Person");
        if (EmailAddress.TryParse(holder.Email) is not { } address) return holder;
        return await db.Set<Person>().Where(p => p.EmailKey == address.Key).Select(p => (Guid?)p.Canonical).FirstOrDefaultAsync(ct) is { } known ? holder with { Person = known } : holder;
    }

    private Task<int> Named(Guid allocation, CancellationToken ct) => db.Set<Ticket>().CountAsync(t => t.Allocation == allocation && t.State == TicketState.Valid, ct);

    private async Task Return(Event at, int places, Actor by, string verb, DateTimeOffset now, CancellationToken ct)
    {
        await db.Save(by, verb, ct);
        await Counters.ToShare(db, at.Id, places, ct);
        await pass.Run(at, now, ct);
    }

    private Task<int> Held(Guid id, Func<Event, Allocation, Task<int>> work, CancellationToken ct) => db.Write(async () =>
    {
        var at = await LockedOf(db.Set<Allocation>().Where(a => a.Id == id).Select(a => a.Event), ct);
        return await work(at, await db.Set<Allocation>().SingleAsync(a => a.Id == id, ct));
    }, ct);

    private Task Of(Guid id, Func<Event, Ticket, Task> work, CancellationToken ct) => db.Write(async () =>
    {
        var at = await LockedOf(db.Set<Ticket>().Where(t => t.Id == id).Select(t => t.Event), ct);
        await work(at, await db.Set<Ticket>().SingleAsync(t => t.Id == id, ct));
    }, ct);

    private async Task<Event> LockedOf(IQueryable<Guid> of, CancellationToken ct)
    {
        var id = await of.SingleAsync(ct);
        await Counters.Lock(db, id, ct);
        return await db.Set<Event>().AsNoTracking().SingleAsync(e => e.Id == id, ct);
    }

    private static void Upcoming(Event at, DateTimeOffset now)
    {
        if (at.State == EventState.Cancelled) throw new RuleBroken("This event does not take place.");
        if (at.State == EventState.Draft) throw new RuleBroken("The event is not announced yet.");
        if (at.When.EndsAt <= now) throw new RuleBroken("The event is over.");
    }
}
