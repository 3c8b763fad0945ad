using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Invitations;
using Secretariat.Events.Letters;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Papers;

/// <summary>Sends round what was handed out, once: to those who were there, and in other words to those who could not come.</summary>
public sealed class SendMaterials(Db db, EventPost post)
{
    /// <returns>How many letters to those who were there, and how many to the others.</returns>
    public Task<(int There, int Away)> Run(Guid id, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        var at = await InviteAudience.Locked(db, id, ct);
        at.HandOut(now);
        if (!await db.Set<EventPaper>().AnyAsync(p => p.Event == id && p.Afterwards, ct)) throw new RuleBroken("Nothing is handed out yet: add it to the papers, and tick that it is handed out afterwards.");
        await db.Save(by, "Send materials", ct);
        var asked = await Asked(db, id).AsNoTracking().ToListAsync(ct);
        var there = await post.ToComers(at, EventMaterials.ClassName, "Materials", [.. asked.Where(i => i.WasThere)], EventMaterials.There, by, ct);
        var away = await post.ToComers(at, EventMaterials.ClassName, "Materials, for those who could not come", [.. asked.Where(i => !i.WasThere)], EventMaterials.Away, by, ct);
        return (there, away);
    }, ct);

    /// <summary>Who gets them: all who were asked. Who came unasked left no address.</summary>
    public static IQueryable<Invitee> Asked(Db db, Guid id) => db.Set<Invitee>().Where(i => i.Event == id && i.LeftOut == null && !i.WalkIn);
}
