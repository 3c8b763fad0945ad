using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Invitations;
using Secretariat.Events.Letters;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Papers;

/// <summary>Sends round what was handed out and that the minutes are there, once: to those who were there, and in other words to those who could not come.</summary>
public sealed class SendMaterials(Db db, EventPost post)
{
    /// <returns>How many letters to those who were there, and how many to the others.</returns>
    public Task<(int There, int Away)> Run(Guid id, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        var at = await InviteAudience.Locked(db, id, ct);
        at.HandOut(now);
        if (at.MinutesAt is null && !await db.Set<EventPaper>().AnyAsync(p => p.Event == id && p.Afterwards, ct)) throw new RuleBroken("There is nothing to send yet: write the minutes, or add papers and tick that they are handed out afterwards.");
        await db.Save(by, "Send materials", ct);
        var asked = await Asked(db, id).AsNoTracking().ToListAsync(ct);
        var there = await post.ToComers(at, Posting("Afterwards", EventMaterials.There), [.. asked.Where(i => i.WasThere)], by, ct);
        var away = await post.ToComers(at, Posting("Afterwards, for those who could not come", EventMaterials.Away), [.. asked.Where(i => !i.WasThere)], by, ct);
        return (there, away);
    }, ct);

    // A deputy gets it who was there; when nobody was, it is for the one who was asked.
    private static EventPosting Posting(string title, string to) => new(EventMaterials.ClassName, title, to) { ToDeputy = i => i.Presence == Presence.DeputyThere };

    /// <summary>Who gets them: all who were asked. Who came unasked left no address.</summary>
    public static IQueryable<Invitee> Asked(Db db, Guid id) => db.Set<Invitee>().Where(i => i.Event == id && i.LeftOut == null && !i.WalkIn);
}
