using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mailing;

namespace Secretariat.Events.Conference;

/// <summary>What became of it: a ticket at once, a place in the waiting list, or one of them stands there already.</summary>
public enum PlaceAsked { Ticket, Waits, Known }

/// <summary>Somebody wants a place beyond those of the members: they get one of the share, or wait; first come, first served.</summary>
public sealed class AskForPlace(Db db, NamePlaces places, TicketPost post, PassOn pass)
{
    /// <param name="visitor">By the website, where only a public event with places for everybody gives any.</param>
    public async Task<PlaceAsked> Run(Guid id, Holder holder, Guid? organisation, bool visitor, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        var at = await db.Set<Event>().AsNoTracking().SingleAsync(e => e.Id == id, ct);
        var ticketing = await db.Set<Ticketing>().AsNoTracking().SingleOrDefaultAsync(t => t.Event == id, ct);
        if (at.State != EventState.Announced || at.When.StartsAt <= now) throw new RuleBroken("Places are given until the event begins.");
        if (ticketing is null || (visitor && !(at.IsPublic && ticketing.ForPublic))) throw new RuleBroken("No places are offered for this event.");
        // What is wrong is said before anybody is made to wait.
        var key = EmailAddress.Parse(holder.Email).Key;
        _ = new Waiting(id, holder, organisation, 0, now);
        if (await Known(id, key, ct)) return PlaceAsked.Known;
        return await db.Write(async () =>
        {
            if (await Counters.Use(db, id, ct)) return await Give(at, holder, organisation, by, now, ct);
            var number = await Counters.NextNumber(db, id, ct);
            // Its row is ours now: a place that came free in between had nobody waiting, and is given.
            if (await Counters.Use(db, id, ct)) return await Give(at, holder, organisation, by, now, ct);
            if (await Known(id, key, ct)) return PlaceAsked.Known;
            var waiting = new Waiting(id, holder, organisation, number, now);
            db.Add(waiting);
            post.Waits(at, waiting);
            await db.Save(by, "Join waiting list", ct);
            return PlaceAsked.Waits;
        }, ct);
    }

    public Task Accept(Guid id, Actor by, DateTimeOffset now, CancellationToken ct) => Of(id, async (at, waiting) =>
    {
        if (at.State != EventState.Announced) throw new RuleBroken("This event does not take place.");
        waiting.Accept(now);
        await places.Issue(at, null, waiting.Organisation, waiting.Holder, by, now, ct);
        await db.Save(by, "Accept place", ct);
    }, ct);

    /// <summary>They want it no more: what was kept for them goes to the next.</summary>
    public Task Leave(Guid id, Actor by, DateTimeOffset now, CancellationToken ct) => Of(id, async (at, waiting) =>
    {
        var kept = waiting.Leave(now);
        await db.Save(by, "Leave waiting list", ct);
        if (!kept) return;
        await Counters.Unuse(db, at.Id, ct);
        await pass.Run(at, now, ct);
    }, ct);

    private async Task<PlaceAsked> Give(Event at, Holder holder, Guid? organisation, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        await places.Issue(at, null, organisation, holder, by, now, ct);
        await db.Save(by, "Give place", ct);
        return PlaceAsked.Ticket;
    }

    private async Task<bool> Known(Guid id, string key, CancellationToken ct) =>
        await db.Set<Ticket>().AnyAsync(t => t.Event == id && t.HolderKey == key, ct) || await db.Set<Waiting>().AnyAsync(w => w.Event == id && w.OpenKey == key, ct);

    private Task Of(Guid id, Func<Event, Waiting, Task> work, CancellationToken ct) => db.Write(async () =>
    {
        var of = await db.Set<Waiting>().Where(w => w.Id == id).Select(w => w.Event).SingleAsync(ct);
        await Counters.Lock(db, of, ct);
        await work(await db.Set<Event>().AsNoTracking().SingleAsync(e => e.Id == of, ct), await db.Set<Waiting>().SingleAsync(w => w.Id == id, ct));
    }, ct);
}
