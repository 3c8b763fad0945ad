using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Invitations;
using Secretariat.Events.Letters;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Diary;

/// <summary>Changes an event, and calls one off. Whoever comes is told of another time or place, once for each change.</summary>
public sealed class ChangeEvent(Db db, EventPost post)
{
    /// <returns>How many were told.</returns>
    public Task<int> Run(Event at, EventDraft draft, Actor by, CancellationToken ct) => db.Write(async () =>
    {
        var moved = at.Change(draft);
        if (at.Capacity is { } places && await Coming(at.Id).CountAsync(ct) is var taken && taken > places) throw new RuleBroken($"{taken} places are taken already: there cannot be fewer.", "Capacity");
        await db.Save(by, "Change event", ct);
        return moved ? await post.ToComers(at, EventMoved.ClassName, "Changed", await Coming(at.Id).AsNoTracking().ToListAsync(ct), null, by, ct) : 0;
    }, ct);

    /// <returns>How many were told: all who were asked and did not say no.</returns>
    public Task<int> Cancel(Event at, string? because, Actor by, CancellationToken ct) => db.Write(async () =>
    {
        at.Cancel(because);
        await db.Save(by, "Cancel event", ct);
        var asked = await db.Set<Invitee>().AsNoTracking().Where(i => i.Event == at.Id && i.LeftOut == null && !i.WalkIn && i.Reply != Reply.NotComing).ToListAsync(ct);
        return await post.ToComers(at, EventOff.ClassName, "Cancelled", asked, null, by, ct);
    }, ct);

    private IQueryable<Invitee> Coming(Guid id) => db.Set<Invitee>().Where(i => i.Event == id && (i.Reply == Reply.Coming || i.Reply == Reply.Deputy));
}
