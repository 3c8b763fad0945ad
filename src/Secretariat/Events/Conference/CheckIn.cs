using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Events.Invitations;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Conference;

/// <summary>At the door. Whoever is checked in was there, as the attendance of every event counts it: with the first of them the event is held.</summary>
public sealed class CheckIn(Db db)
{
    /// <returns>How many came in now; one who is in already is a second tap.</returns>
    public Task<int> Run(Guid id, IReadOnlyCollection<Guid> tickets, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        var at = await Locked(id, ct);
        if (at.State == EventState.Draft) throw new RuleBroken("The event is not announced yet.");
        at.Hold(now.DateIn(at.When.ZoneInfo));
        var (came, bodies) = (0, await Bodies(id, ct));
        // Somebody who was marked by hand on the list of attendance stands there already.
        var there = await db.Set<Invitee>().Where(i => i.Event == id && i.Person != null).ToDictionaryAsync(i => i.Person!.Value, ct);
        foreach (var ticket in await db.Set<Ticket>().Where(t => t.Event == id && tickets.Contains(t.Id)).ToListAsync(ct))
        {
            if (ticket.CheckedInAt is not null) continue;
            ticket.CheckIn(now);
            if (ticket.Person is { } person && there.TryGetValue(person, out var known)) known.Mark(Presence.There);
            else
            {
                var invitee = Invitee.CheckedIn(id, ticket.Id, ticket.Person, ticket.Name, Role(ticket, bodies), ticket.Organisation, now);
                if (ticket.Person is { } of) there[of] = invitee;
                db.Add(invitee);
            }
            came++;
        }
        await db.Save(by, "Check in", ct);
        return came;
    }, ct);

    /// <summary>A tap too much. When nobody is left, the event was not held after all.</summary>
    public Task Undo(Guid id, Guid ticket, Actor by, CancellationToken ct) => db.Write(async () =>
    {
        var at = await Locked(id, ct);
        var of = await db.Set<Ticket>().SingleAsync(t => t.Id == ticket && t.Event == id, ct);
        if (of.CheckedInAt is null) return;
        of.UndoCheckIn();
        if (await db.Set<Invitee>().SingleOrDefaultAsync(i => i.Ticket == ticket, ct) is { } came) db.Remove(came);
        else if (of.Person is { } person && await db.Set<Invitee>().SingleOrDefaultAsync(i => i.Event == id && i.Person == person, ct) is { } known) known.Mark(Presence.Away);
        await db.Save(by, "Undo check-in", ct);
        if (at is not { State: EventState.Held, MinutesAt: null, HandedOutAt: null } || await db.Set<Invitee>().AnyAsync(i => i.Event == id && (i.Presence == Presence.There || i.Presence == Presence.DeputyThere), ct)) return;
        at.Unhold();
        await db.Save(by, "Undo check-in", ct);
    }, ct);

    // The event first, then the counters: in this order everywhere.
    private async Task<Event> Locked(Guid id, CancellationToken ct)
    {
        var at = await InviteAudience.Locked(db, id, ct);
        await Counters.Lock(db, id, ct);
        return at;
    }

    private Task<Dictionary<Guid, string>> Bodies(Guid id, CancellationToken ct) =>
        db.Set<Organisation>().Where(o => db.Set<Ticket>().Any(t => t.Event == id && t.Organisation == o.Id)).ToDictionaryAsync(o => o.Id, o => o.ShortName, ct);

    private static string Role(Ticket ticket, Dictionary<Guid, string> bodies)
    {
        string[] parts = [ticket.Role, ticket.Organisation is { } body ? bodies.GetValueOrDefault(body, "") : ""];
        return string.Join(", ", parts.Where(p => p.Length > 0));
    }
}
