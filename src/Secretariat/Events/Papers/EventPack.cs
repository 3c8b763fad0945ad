using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Events.Invitations;
using Secretariat.Events.Kinds;
using Secretariat.Events.Minutes;
using Secretariat.Members.People;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Papers;

/// <summary>What somebody takes along to a meeting, on one page to print: the agenda with its papers, what was decided last time, and what is still open.</summary>
/// <param name="Before">The last one of its kind that was held; null when it is the first.</param>
public sealed record EventPack(Event At, IReadOnlyList<EventPaper> Papers, Event? Before, IReadOnlyList<DecidedThere> Decided, IReadOnlyList<EventAction> Open)
{
    private const int MostOpen = 60;

    /// <param name="reader">Who takes it along; null for staff. Minutes are for those who were asked then too, or whose organisation was.</param>
    public static async Task<EventPack> Read(Db db, Event at, Invitee? reader, CancellationToken ct)
    {
        var papers = await db.Set<EventPaper>().AsNoTracking().Where(p => p.Event == at.Id && !p.Afterwards).OrderBy(p => p.Place).ToListAsync(ct);
        // What was noted at a workshop, a dinner or a roundtable was for those who were there; minutes are the body’s, which meets again.
        if (!await db.Set<EventKind>().AnyAsync(k => k.Id == at.Kind && k.HasMinutes && !k.HasTopic, ct)) return new(at, papers, null, [], []);
        var before = await db.Set<Event>().AsNoTracking().Where(e => e.Kind == at.Kind && e.State == EventState.Held && e.Day < at.Day).OrderByDescending(e => e.Day).ThenByDescending(e => e.Id).FirstOrDefaultAsync(ct);
        if (before is null || (reader is not null && !await db.Set<Invitee>().AnyAsync(i => i.Event == before.Id && i.LeftOut == null && !i.WalkIn
            && ((i.Organisation != null && i.Organisation == reader.Organisation) || (i.Person != null && db.SameAs(reader.Person).Contains(i.Person.Value))), ct))) return new(at, papers, null, [], []);
        var open = await db.Set<EventAction>().AsNoTracking().Where(a => a.ClosedAt == null && db.Set<Event>().Any(e => e.Id == a.Event && e.Kind == at.Kind && e.Day < at.Day)).OrderBy(a => a.Due).ThenBy(a => a.Id).Take(MostOpen).ToListAsync(ct);
        return new(at, papers, before, await DecidedThere.Of(db, before, ct), open);
    }
}
