using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Events.Conference;
using Secretariat.Events.Diary;
using Secretariat.Events.Invitations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Items;

namespace Secretariat.Events.Attendance;

public sealed record CameUnasked(string? Name, string? Role, Guid? Organisation = null);

/// <summary>Writes down who was there. With it the event was held, and counts in the plan.</summary>
public sealed class TakeAttendance(Db db, EventWords words)
{
    /// <param name="version">The event as it was when the list was opened; null when no list was.</param>
    public async Task<Event> Run(Guid id, IReadOnlyDictionary<Guid, Presence> seen, IReadOnlyList<CameUnasked> unasked, Actor by, DateTimeOffset now, CancellationToken ct, int? version = null)
    {
        // What was never announced comes to stand in the public diary by this.
        if (await db.Set<Event>().AsNoTracking().SingleAsync(e => e.Id == id, ct) is { Circulation: Circulation.Public, IsPublic: false } hidden) await words.Stands(hidden, by, ct);
        return await Write(id, seen, unasked, version, by, now, ct);
    }

    /// <summary>Takes back what was written down for the wrong event: it counts no more.</summary>
    public Task Undo(Guid id, Actor by, CancellationToken ct) => db.Write(async () =>
    {
        var at = await InviteAudience.Locked(db, id, ct);
        var code = at.Code;
        if (await db.Set<Decision>().AnyAsync(d => d.About == code, ct)) throw new RuleBroken("A decision was recorded as taken here: it took place.");
        at.Unhold();
        foreach (var invitee in await db.Set<Invitee>().Where(i => i.Event == id).ToListAsync(ct))
        {
            if (invitee.WalkIn) db.Remove(invitee);
            else invitee.Unmark();
        }
        foreach (var ticket in await db.Set<Ticket>().Where(t => t.Event == id && t.CheckedInAt != null).ToListAsync(ct)) ticket.UndoCheckIn();
        await db.Save(by, "Take attendance back", ct);
    }, ct);

    private Task<Event> Write(Guid id, IReadOnlyDictionary<Guid, Presence> seen, IReadOnlyList<CameUnasked> unasked, int? version, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        var at = await InviteAudience.Locked(db, id, ct);
        if (version is { } read) db.Expect(at, read);
        at.Hold(now.DateIn(at.When.ZoneInfo));
        var invitees = await db.Set<Invitee>().Where(i => i.Event == id).ToListAsync(ct);
        var before = invitees.Select(i => i.Presence).ToList();
        // Who was not asked is not away either, unless somebody says so.
        foreach (var invitee in invitees)
            invitee.Mark(seen.GetValueOrDefault(invitee.Id, invitee.WalkIn || invitee.LeftOut is not null ? invitee.Presence : Presence.Away));
        var changed = !before.SequenceEqual(invitees.Select(i => i.Presence));
        // The same name and role twice is one person, and a second press.
        var came = invitees.Where(i => i.WalkIn).Select(i => (i.Name.Folded(), i.Role.Folded())).ToHashSet();
        foreach (var one in unasked.Where(u => !string.IsNullOrWhiteSpace(u.Name)))
        {
            if (!came.Add((one.Name!.Trim().Folded(), (one.Role ?? "").Trim().Folded()))) continue;
            db.Add(Invitee.WalkedIn(id, one.Name, one.Role, one.Organisation, now));
            changed = true;
        }
        // The same list once more is a second press.
        if (changed) at.Counted(now);
        if (!seen.Values.Any(p => p is Presence.There or Presence.DeputyThere) && unasked.All(u => string.IsNullOrWhiteSpace(u.Name)))
            throw new RuleBroken("Nobody is marked as having been there. An event that did not take place is cancelled.");
        await db.Save(by, "Take attendance", ct);
        return at;
    }, ct);
}
