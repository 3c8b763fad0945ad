using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Statements;
using Secretariat.Events.Conference.Programme;
using Secretariat.Events.Papers;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Items;

namespace Secretariat.Events.Diary;

/// <summary>An event stands on the web, in feeds and in letters, so its words are looked at as a bulletin's are: a text that was put to members does not leave by it.</summary>
public sealed class EventWords(Db db, PutToMembers words)
{
    /// <summary>Call it before anything is changed: a refusal is written down at once.</summary>
    /// <param name="id">Null for one that is not made yet.</param>
    /// <exception cref="RuleBroken">Words that were put to members are among them; the try is kept.</exception>
    public async Task Require(Guid? id, EventDraft draft, Actor by, CancellationToken ct)
    {
        var known = await words.All(ct);
        await Refuse(id, "About", PutToMembers.InPlain(draft.About ?? "", known), by, ct);
        foreach (var (field, line) in new[] { ("Title", draft.Title), ("Place", draft.Place), ("Topic", draft.Topic), ("Partner", draft.Partner), ("DirectedBy", draft.DirectedBy), ("CoveredBy", draft.CoveredBy) })
            await Refuse(id, field, PutToMembers.InLine(line ?? "", known), by, ct);
    }

    /// <summary>What is written already, before it goes where it has not been: the words may have been put to members since.</summary>
    public async Task Stands(Event at, Actor by, CancellationToken ct)
    {
        await Require(at.Id, new EventDraft(at.Title, at.Place, at.When) { About = at.About, Topic = at.Topic, Partner = at.Partner, DirectedBy = at.DirectedBy, CoveredBy = at.CoveredBy }, by, ct);
        foreach (var paper in await db.Set<EventPaper>().AsNoTracking().Where(p => p.Event == at.Id).ToListAsync(ct)) await Require(at.Id, paper, by, ct);
        foreach (var session in await db.Set<ProgrammeSession>().AsNoTracking().Where(s => s.Event == at.Id).ToListAsync(ct)) await Require(at.Id, session, by, ct);
    }

    /// <summary>A point of the agenda that may stand on the website; among those who are asked, a text that they are to agree is on it by right.</summary>
    public async Task Require(Guid id, EventPaper paper, Actor by, CancellationToken ct)
    {
        if (paper.Circulation != Circulation.Public) return;
        var known = await words.All(ct);
        foreach (var (field, line) in new[] { ("Title", paper.Title), ("Lead", paper.Lead), ("Link", paper.Link) })
            await Refuse(id, field, PutToMembers.InLine(line ?? "", known), by, ct);
    }

    /// <summary>A session of the programme that everybody may read.</summary>
    public async Task Require(Guid id, ProgrammeSession session, Actor by, CancellationToken ct)
    {
        if (session.Circulation != Circulation.Public) return;
        var known = await words.All(ct);
        await Refuse(id, "About", PutToMembers.InPlain(session.About, known), by, ct);
        await Refuse(id, "Title", PutToMembers.InLine(session.Title, known), by, ct);
        await Refuse(id, "Room", PutToMembers.InLine(session.Room, known), by, ct);
        foreach (var speaker in session.Speakers) await Refuse(id, "Speakers", PutToMembers.InLine(speaker, known), by, ct);
    }

    /// <summary>Why it does not take place.</summary>
    public async Task Require(Guid id, string? reason, Actor by, CancellationToken ct) => await Refuse(id, "Reason", PutToMembers.InPlain(reason ?? "", await words.All(ct)), by, ct);

    private async Task Refuse(Guid? id, string field, PutToMembers.Known? found, Actor by, CancellationToken ct)
    {
        if (found is not { } round) return;
        db.Note(by, ReleaseStatement.RefusedVerb, nameof(Event), id ?? Guid.Empty, ("Channel", "an event"), ("Carrier", $"{id}"), ("Why", round.Refusal));
        await db.SaveUnaudited(ct);
        throw new RuleBroken(round.Refusal, field);
    }
}
