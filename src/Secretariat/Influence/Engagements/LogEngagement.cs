using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Members.Themes;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Influence.Engagements;

/// <param name="Ours">Of the Board's Chairs and the team.</param>
/// <param name="Theirs">Of the organisation's people.</param>
/// <param name="Others">Names of theirs that nobody here has, one a line.</param>
public sealed record WhoMet(IReadOnlyCollection<Guid> Ours, IReadOnlyCollection<Guid> Theirs, string? Others);

/// <summary>Writes a contact down, with who was there and what was promised.</summary>
public sealed class LogEngagement(Db db, Sites sites)
{
    private const int MostOthers = 12;

    public Task<Engagement> Run(EngagementDraft draft, WhoMet who, IReadOnlyList<PromiseDraft> promises, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        var today = now.DateIn(sites.Current.Zone);
        var body = await db.Set<Organisation>().AsNoTracking().SingleOrDefaultAsync(o => o.Id == draft.Organisation && CountsAs.Others.Contains(o.Kind), ct) ?? throw new RuleBroken("Choose the organisation. What happens with a member stands on the member’s own page.", "Organisation");
        if (draft.Theme is { Length: > 0 } theme && !await db.Set<Theme>().AnyAsync(t => t.Code == theme, ct)) throw new RuleBroken("Choose one of the themes, or none.", "Theme");
        var engagement = new Engagement(draft, by.Name, today, now);
        // The same contact pressed twice is one. It is locked by the organisation, so that two windows queue.
        await db.Set<Organisation>().Where(o => o.Id == body.Id).ExecuteUpdateAsync(s => s.SetProperty(o => o.Code, o => o.Code), ct);
        if (await db.Set<Engagement>().AnyAsync(e => e.Organisation == body.Id && e.On == engagement.On && e.Said == engagement.Said && e.TakenBack == null, ct)) throw new RuleBroken("This contact is logged already.", "Said");
        var ours = (await OurPeople.On(db, engagement.On, ct)).Where(p => who.Ours.Contains(p.Person)).ToList();
        if (ours.Count == 0) throw new RuleBroken("Say who of ours it was.", "Ours");
        db.Add(engagement);
        db.AddRange(ours.Select(p => new EngagementPerson(engagement.Id, true, p.Person, p.Name, p.Capacity)));
        db.AddRange(await Theirs(engagement, who, ct));
        db.AddRange(promises.Select(p => Promised(engagement, body, ours, p, now)));
        await db.Save(by, "Log engagement", ct);
        return engagement;
    }, ct);

    /// <summary>What was promised, and not thought of when the contact was logged.</summary>
    public Task AddPromise(Guid id, PromiseDraft promise, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        var engagement = await db.Set<Engagement>().AsNoTracking().SingleAsync(e => e.Id == id, ct);
        if (engagement.TakenBack is not null) throw new RuleBroken("This contact was taken back.");
        var body = await db.Set<Organisation>().AsNoTracking().SingleAsync(o => o.Id == engagement.Organisation, ct);
        var ours = await db.Set<EngagementPerson>().AsNoTracking().Where(p => p.Engagement == id && p.Ours && p.Person != null).ToListAsync(ct);
        var made = Promised(engagement, body, [.. ours.Select(p => new OurPerson(p.Person!.Value, p.Name, p.Capacity, false))], promise, now);
        if (await db.Set<Promise>().AnyAsync(p => p.Engagement == id && p.What == made.What && p.Person == made.Person && p.End == null, ct)) throw new RuleBroken("This promise is noted already.", "What");
        db.Add(made);
        await db.Save(by, "Note promise", ct);
    }, ct);

    private static Promise Promised(Engagement engagement, Organisation body, IReadOnlyList<OurPerson> ours, PromiseDraft draft, DateTimeOffset now)
    {
        if (draft.Person is not { } person) return new Promise(engagement, null, body.ShortName, draft, now);
        var who = ours.FirstOrDefault(p => p.Person == person) ?? throw new RuleBroken("A promise of ours is made by somebody who was there.", "Who");
        return new Promise(engagement, person, who.Name, draft, now);
    }

    private async Task<IEnumerable<EngagementPerson>> Theirs(Engagement engagement, WhoMet who, CancellationToken ct)
    {
        var day = engagement.On;
        var known = await (from position in db.Set<Position>()
                           where position.Organisation == engagement.Organisation && position.From <= day && (position.To == null || day <= position.To)
                           join record in db.Set<Person>() on position.Person equals record.Id
                           join person in db.Set<Person>() on record.Canonical equals person.Id
                           where who.Theirs.Contains(person.Id)
                           select new { person.Id, person.Name, position.Title, position.Kind }).ToListAsync(ct);
        var typed = (who.Others ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(n => Enquiries.Inbox.Typed.Line(n, EngagementPerson.MaxName, "Others")).OfType<string>().Distinct().ToList();
        if (typed.Count > MostOthers) throw new RuleBroken($"Name {MostOthers} at most, and say the rest in words.", "Others");
        return [.. known.DistinctBy(p => p.Id).Select(p => new EngagementPerson(engagement.Id, false, p.Id, p.Name, p.Title.Length > 0 ? p.Title : p.Kind.Words())), .. typed.Select(n => new EngagementPerson(engagement.Id, false, null, n, ""))];
    }
}
