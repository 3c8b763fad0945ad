using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Conference;
using Secretariat.Events.Conference.Letters;
using Secretariat.Events.Invitations;
using Secretariat.Events.Letters;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Diary;

/// <summary>Announces an event, changes it and calls it off. Whoever was asked is told of another time or place, once for each change.</summary>
public sealed class ChangeEvent(Db db, EventWords words, EventPost post, TicketPost tickets, Sites sites)
{
    public async Task Announce(Event at, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        await words.Stands(at, by, ct);
        at.Announce(now.DateIn(sites.Current.Zone), now);
        await db.Save(by, "Announce event", ct);
    }

    /// <returns>How many were told.</returns>
    public async Task<int> Run(Event at, EventDraft draft, Actor by, CancellationToken ct)
    {
        await words.Require(at.Id, draft, by, ct);
        if (draft.Circulation > at.Circulation) await words.Stands(at, by, ct);
        return await db.Write(() => Change(at, draft, by, ct), ct);
    }

    /// <summary>What may still be put right when it is over.</summary>
    public async Task Complete(Event at, EventDraft draft, Actor by, CancellationToken ct)
    {
        await words.Require(at.Id, draft, by, ct);
        at.Complete(draft);
        await db.Save(by, "Complete event", ct);
    }

    /// <returns>How many were told: all who were asked and did not say no.</returns>
    public async Task<int> Cancel(Event at, string? because, Actor by, CancellationToken ct)
    {
        await words.Require(at.Id, because, by, ct);
        return await db.Write(() => CallOff(at, because, by, ct), ct);
    }

    private async Task<int> Change(Event at, EventDraft draft, Actor by, CancellationToken ct)
    {
        // Locked before places are counted: nobody takes one while there come to be fewer.
        await InviteAudience.Lock(db, at.Id, ct);
        var moved = at.Change(draft);
        if (at.Capacity is { } places && await Coming(at.Id).CountAsync(ct) is var taken && taken > places) throw new RuleBroken($"{taken} places are taken already: there cannot be fewer.", "Capacity");
        if (at.Capacity is { } now && !await Fits(at.Id, now, ct)) throw new RuleBroken("More places than that are promised to members and sponsors, or given to those who asked.", "Capacity");
        await db.Save(by, "Change event", ct);
        if (!moved) return 0;
        return await tickets.All(at, TicketLetter.Moved, by, ct) + await post.ToComers(at, new(EventMoved.ClassName, "Changed") { InCopy = true }, await Expecting(at.Id, ct), by, ct);
    }

    // Locked as the event is: nobody is promised a place while there come to be fewer.
    private async Task<bool> Fits(Guid id, int places, CancellationToken ct) =>
        !await db.Set<Ticketing>().AnyAsync(t => t.Event == id, ct) || await Counters.Resize(db, id, places, ct);

    private async Task<int> CallOff(Event at, string? because, Actor by, CancellationToken ct)
    {
        at.Cancel(because);
        await db.Save(by, "Cancel event", ct);
        return await tickets.All(at, TicketLetter.Off, by, ct) + await post.ToComers(at, new(EventOff.ClassName, "Cancelled") { InCopy = true }, await Expecting(at.Id, ct), by, ct);
    }

    // It stands in the calendars of all who were asked and did not say no, and of whoever acts for them.
    private Task<List<Invitee>> Expecting(Guid id, CancellationToken ct) =>
        db.Set<Invitee>().AsNoTracking().Where(i => i.Event == id && i.LeftOut == null && !i.WalkIn && i.Reply != Reply.NotComing).ToListAsync(ct);

    private IQueryable<Invitee> Coming(Guid id) => db.Set<Invitee>().Where(i => i.Event == id && (i.Reply == Reply.Coming || i.Reply == Reply.Deputy));
}
