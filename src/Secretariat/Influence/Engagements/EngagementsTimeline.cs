using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Influence.Engagements;

/// <summary>Contacts with an organisation or a person, and what was promised.</summary>
public sealed class EngagementsTimeline : ITimeline
{
    private static readonly TimeOnly Noon = new(12, 0);

    private sealed record Line(Engagement Of, string Body);

    public async Task<IReadOnlyList<TimelineLine>> OfPerson(Db db, IReadOnlyCollection<Guid> records, TimelineSpan span, CancellationToken ct)
    {
        var there = await Read(db, db.Set<Engagement>().Where(e => db.Set<EngagementPerson>().Any(p => p.Engagement == e.Id && p.Person != null && records.Contains(p.Person.Value))), span, ct);
        var promised = await db.Set<Promise>().AsNoTracking().Where(p => p.Person != null && records.Contains(p.Person.Value) && p.MadeAt < span.Before).OrderByDescending(p => p.MadeAt).Take(span.Most).ToListAsync(ct);
        return [.. there.Select(l => new TimelineLine(At(l.Of, span), $"Took part in a contact with {l.Body}", "", Href(l.Of.Id), TimelineRoom.My)),
            .. promised.Select(p => new TimelineLine(p.MadeAt, $"Promised: {p.What}", p.End switch { PromiseEnd.Kept => "kept", PromiseEnd.LetGo => "let go", _ => $"by {p.Due.Plain()}" }, Href(p.Engagement), TimelineRoom.My))];
    }

    public async Task<IReadOnlyList<TimelineLine>> OfOrganisation(Db db, Guid organisation, TimelineSpan span, CancellationToken ct)
    {
        var contacts = await Read(db, db.Set<Engagement>().Where(e => e.Organisation == organisation), span, ct);
        var talks = await db.Set<MemberTalk>().AsNoTracking().Where(t => (t.Organisation == organisation || t.Member == organisation) && t.At < span.Before).OrderByDescending(t => t.At).Take(span.Most)
            .Join(db.Set<Organisation>(), t => t.Organisation, o => o.Id, (talk, o) => new { talk, Body = o.ShortName }).Join(db.Set<Organisation>(), t => t.talk.Member, o => o.Id, (t, o) => new { t.talk, t.Body, Member = o.ShortName }).ToListAsync(ct);
        return [.. contacts.Select(l => new TimelineLine(At(l.Of, span), "The network was in contact", Short(l.Of.Said), Href(l.Of.Id), TimelineRoom.Desk)),
            .. talks.Select(t => new TimelineLine(t.talk.At, $"{t.Member} said that it talks to {t.Body}: {t.talk.About}", t.talk.EndedOn is { } end ? $"until {end.Plain()}" : "", null, TimelineRoom.My))];
    }

    // By the day of the contact, which may lie before the moment it was logged.
    private static async Task<List<Line>> Read(Db db, IQueryable<Engagement> contacts, TimelineSpan span, CancellationToken ct)
    {
        var day = span.Before.DateIn(span.Zone);
        return [.. (await contacts.AsNoTracking().Where(e => e.TakenBack == null && e.On <= day).OrderByDescending(e => e.On).Take(span.Most).Join(db.Set<Organisation>(), e => e.Organisation, o => o.Id, (e, o) => new { e, o.ShortName }).ToListAsync(ct))
            .Where(x => At(x.e, span) < span.Before).Select(x => new Line(x.e, x.ShortName))];
    }

    // At noon of its day, unless it was logged before that.
    private static DateTimeOffset At(Engagement of, TimelineSpan span) => of.On.At(Noon, span.Zone) is var noon && of.At < noon ? of.At : noon;

    private static string Short(string said) => said.Length <= 120 ? said : said[..120] + "…";

    private static string Href(Guid id) => $"/desk/influence/engagements/{id}";
}
