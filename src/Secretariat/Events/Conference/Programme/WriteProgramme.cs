using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Conference.Programme;

/// <summary>Puts a session into an event's programme, changes it and takes it out. What everybody may read is looked at as the event's own words are.</summary>
public sealed class WriteProgramme(Db db, EventWords words)
{
    public async Task<ProgrammeSession> Add(Guid id, SessionDraft draft, bool invented, Actor by, CancellationToken ct)
    {
        var at = await Open(id, ct);
        var session = new ProgrammeSession(at.Id, draft, invented);
        await words.Require(id, session, by, ct);
        db.Add(session);
        await db.Save(by, "Add session", ct);
        return session;
    }

    public async Task Change(ProgrammeSession session, SessionDraft draft, Actor by, CancellationToken ct)
    {
        await Open(session.Event, ct);
        await words.Require(session.Event, new ProgrammeSession(session.Event, draft), by, ct);
        session.Change(draft);
        await db.Save(by, "Change session", ct);
    }

    public async Task Drop(ProgrammeSession session, Actor by, CancellationToken ct)
    {
        await Open(session.Event, ct);
        db.Remove(session);
        await db.Save(by, "Drop session", ct);
    }

    private async Task<Event> Open(Guid id, CancellationToken ct) =>
        await db.Set<Event>().AsNoTracking().SingleAsync(e => e.Id == id, ct) is { State: not EventState.Cancelled } at ? at : throw new RuleBroken("This event was cancelled.");
}
