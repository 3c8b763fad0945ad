using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Invitations;
using Secretariat.Events.Letters;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Diary;

/// <summary>Changes an event, and calls one off. Whoever comes is told of another time or place, once for each change.</summary>
public sealed class ChangeEvent(Db db, EventWords words, EventPost post)
{
    /// <returns>How many were told.</returns>
    public async Task<int> Run(Event at, EventDraft draft, Actor by, CancellationToken ct)
    {
        await words.Require(at.Id, draft, by, ct);
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
        await db.Save(by, "Change event", ct);
        return moved ? await post.ToComers(at, EventMoved.ClassName, "Changed", await Coming(at.Id).AsNoTracking().ToListAsync(ct), null, by, ct) : 0;
    }

    private async Task<int> CallOff(Event at, string? because, Actor by, CancellationToken ct)
    {
        at.Cancel(because);
        await db.Save(by, "Cancel event", ct);
        var asked = await db.Set<Invitee>().AsNoTracking().Where(i => i.Event == at.Id && i.LeftOut == null && !i.WalkIn && i.Reply != Reply.NotComing).ToListAsync(ct);
        return await post.ToComers(at, EventOff.ClassName, "Cancelled", asked, null, by, ct);
    }

    private IQueryable<Invitee> Coming(Guid id) => db.Set<Invitee>().Where(i => i.Event == id && (i.Reply == Reply.Coming || i.Reply == Reply.Deputy));
}
