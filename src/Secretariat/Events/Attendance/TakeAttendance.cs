using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Events.Invitations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Attendance;

public sealed record CameUnasked(string? Name, string? Role, Guid? Organisation = null);

/// <summary>Writes down who was there. With it the event was held, and counts in the plan.</summary>
public sealed class TakeAttendance(Db db)
{
    public Task<Event> Run(Guid id, IReadOnlyDictionary<Guid, Presence> seen, IReadOnlyList<CameUnasked> unasked, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        var at = await InviteAudience.Locked(db, id, ct);
        at.Hold(now.DateIn(at.When.ZoneInfo));
        var invitees = await db.Set<Invitee>().Where(i => i.Event == id).ToListAsync(ct);
        foreach (var invitee in invitees)
            invitee.Mark(seen.GetValueOrDefault(invitee.Id, invitee.WalkIn ? invitee.Presence : Presence.Away));
        // The same name and role twice is one person, and a second press.
        var came = invitees.Where(i => i.WalkIn).Select(i => (i.Name.Folded(), i.Role.Folded())).ToHashSet();
        foreach (var one in unasked.Where(u => !string.IsNullOrWhiteSpace(u.Name)))
            if (came.Add((one.Name!.Trim().Folded(), (one.Role ?? "").Trim().Folded()))) db.Add(Invitee.WalkedIn(id, one.Name, one.Role, one.Organisation, now));
        if (!seen.Values.Any(p => p is Presence.There or Presence.DeputyThere) && unasked.All(u => string.IsNullOrWhiteSpace(u.Name)))
            throw new RuleBroken("Nobody is marked as having been there. An event that did not take place is cancelled.");
        await db.Save(by, "Take attendance", ct);
        return at;
    }, ct);
}
