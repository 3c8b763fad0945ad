using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;
using Secretariat.Platform.Web;

namespace Secretariat.Influence.Engagements;

/// <summary>What members' people promised for the network comes back to them until it is kept or let go; the team has it on today's list.</summary>
public sealed class PromiseAsks(Settings settings, Sites sites) : IAsk
{
    private const int IdBytes = 16, DaysMore = 8;
    private static readonly TimeOnly Evening = new(17, 0);
    private readonly LinkKey _key = new(settings, "promise");

    public string Kind => "promise";

    public async Task<IReadOnlyList<DateTimeOffset>> Closings(Db db, CancellationToken ct) =>
        [.. (await db.Set<Promise>().Where(p => p.End == null && p.Person != null).Select(p => p.Due).Distinct().ToListAsync(ct)).Select(d => d.At(Evening, sites.Current.Zone))];

    public async Task<IReadOnlyList<Ask>> Open(Db db, Guid? of, DateTimeOffset now, CancellationToken ct)
    {
        var (zone, today) = (sites.Current.Zone, now.DateIn(sites.Current.Zone));
        var open = await (from promise in db.Set<Promise>().AsNoTracking()
                          where promise.End == null && promise.Person != null && (of == null || db.RecordsOf(of).Contains(promise.Person.Value))
                          join record in db.Set<Person>() on promise.Person equals record.Id
                          join person in db.Set<Person>() on record.Canonical equals person.Id
                          join body in db.Set<Organisation>() on promise.Organisation equals body.Id
                          where person.EmailKey != "" && !db.Set<Position>().Any(p => p.Kind == PositionKind.Staff && p.From <= today && (p.To == null || today <= p.To) && db.Set<Person>().Any(r => r.Id == p.Person && r.Canonical == person.Id))
                          select new { promise, person.Id, person.Name, person.Email, Body = body.ShortName }).ToListAsync(ct);
        return [.. open.Select(o => (o, By: o.promise.Due.At(Evening, zone))).Select(o => new Ask(Kind, o.o.promise.Id.ToString("N"), o.o.Id, o.o.Name, o.o.Email,
            $"{(o.By <= now ? $"Overdue since {o.o.promise.Due.Plain()}: you" : "You")} promised {o.o.Body}: {o.o.promise.What}", o.o.promise.MadeAt,
            // One that is overdue waits for the weekly letter, and never goes alone each third day.
            o.By > now ? o.By : today.AddDays(DaysMore).At(Evening, zone), 2, $"/my/promises/{o.o.promise.Id}"))];
    }

    public string Link(string key, Guid person) => "/a/p/" + _key.Token([.. Guid.Parse(key).ToByteArray(), .. person.ToByteArray()]);

    public (Guid Promise, Guid Person)? Read(string token) =>
        _key.Read(token) is { Length: 2 * IdBytes } says ? (new Guid(says.AsSpan(0, IdBytes)), new Guid(says.AsSpan(IdBytes, IdBytes))) : null;
}
