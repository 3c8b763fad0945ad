using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Timelines;

/// <summary>Positions taken and left.</summary>
public sealed class PositionsTimeline : ITimeline
{
    private sealed record Held(Guid Person, string Name, PositionKind Kind, string Title, DateOnly From, DateOnly? To, string Body, string Code);

    public async Task<IReadOnlyList<TimelineLine>> OfPerson(Db db, IReadOnlyCollection<Guid> records, TimelineSpan span, CancellationToken ct) =>
        Lines(await Of(db, db.Set<Position>().Where(p => records.Contains(p.Person)), span, ct), span, h => ("Became", "Was", $"{Words(h)} of {h.Body}", $"/desk/members/{h.Code}"));

    public async Task<IReadOnlyList<TimelineLine>> OfOrganisation(Db db, Guid organisation, TimelineSpan span, CancellationToken ct) =>
        Lines(await Of(db, db.Set<Position>().Where(p => p.Organisation == organisation), span, ct), span, h => ($"{h.Name} became", $"{h.Name} was", Words(h), $"/desk/people/{h.Person}"));

    private static string Words(Held held) => held.Title.Length > 0 ? held.Title : held.Kind.Words();

    private static Task<List<Held>> Of(Db db, IQueryable<Position> positions, TimelineSpan span, CancellationToken ct)
    {
        var day = span.Before.DateIn(span.Zone);
        return (from position in positions.AsNoTracking()
                where position.From <= day
                join person in db.Set<Person>() on position.Person equals person.Id
                join body in db.Set<Organisation>() on position.Organisation equals body.Id
                select new Held(person.Canonical, person.Name, position.Kind, position.Title, position.From, position.To, body.ShortName, body.Code)).ToListAsync(ct);
    }

    private static List<TimelineLine> Lines(List<Held> held, TimelineSpan span, Func<Held, (string Became, string Was, string What, string Href)> words)
    {
        var lines = new List<TimelineLine>();
        foreach (var position in held)
        {
            var said = words(position);
            lines.Add(new(position.From.At(TimeOnly.MinValue, span.Zone), $"{said.Became} {said.What}", "", said.Href, TimelineRoom.My));
            // The last day held is theirs still: what is told happens when it is over.
            if (position.To is { } to) lines.Add(new(to.At(new(23, 59), span.Zone), $"{said.Was} {said.What} until this day", "", said.Href, TimelineRoom.My));
        }
        return [.. lines.Where(l => l.At < span.Before)];
    }
}
