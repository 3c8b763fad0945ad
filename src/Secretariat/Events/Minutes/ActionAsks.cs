using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Minutes;

/// <summary>What actions ask of people: that they are done, or that it is said until when they take and why. One that is overdue comes back each week.</summary>
public sealed class ActionAsks(Settings settings, Sites sites) : IAsk
{
    private const int IdBytes = 16, DaysMore = 8;
    private static readonly TimeOnly Evening = new(17, 0);
    private readonly LinkKey _key = new(settings, "action");

    public string Kind => "action";

    public async Task<IReadOnlyList<DateTimeOffset>> Closings(Db db, CancellationToken ct) =>
        [.. (await db.Set<EventAction>().Where(a => a.ClosedAt == null && a.Person != null).Select(a => a.Due).Distinct().ToListAsync(ct)).Select(d => d.At(Evening, sites.Current.Zone))];

    public async Task<IReadOnlyList<Ask>> Open(Db db, Guid? of, DateTimeOffset now, CancellationToken ct)
    {
        var zone = sites.Current.Zone;
        var open = await db.Set<EventAction>().AsNoTracking().Where(a => a.ClosedAt == null && a.Person != null && (of == null || db.RecordsOf(of).Contains(a.Person.Value)))
            .Join(db.Set<Person>(), a => a.Person, p => p.Id, (action, record) => new { action, record.Canonical }).Join(db.Set<Person>(), a => a.Canonical, p => p.Id, (a, person) => new { a.action, person.Id, person.Name, person.Email, person.EmailKey }).Where(a => a.EmailKey != "").ToListAsync(ct);
        return [.. open.Select(o => (o, By: o.action.Due.At(Evening, zone))).Select(o => new Ask(Kind, o.o.action.Id.ToString("N"), o.o.Id, o.o.Name, o.o.Email,
            $"{(o.By <= now ? $"Overdue since {o.o.action.Due.Plain()}: " : "You took this on: ")}{o.o.action.What}", o.o.action.MadeAt,
            // By a week from now, so that it waits for the weekly letter and never goes alone each third day.
            o.By > now ? o.By : now.DateIn(zone).AddDays(DaysMore).At(Evening, zone), 2, $"/my/actions/{o.o.action.Id}"))];
    }

    public string Link(string key, Guid person) => "/a/t/" + _key.Token([.. Guid.Parse(key).ToByteArray(), .. person.ToByteArray()]);

    public (Guid Action, Guid Person)? Read(string token) =>
        _key.Read(token) is { Length: 2 * IdBytes } says ? (new Guid(says.AsSpan(0, IdBytes)), new Guid(says.AsSpan(IdBytes, IdBytes))) : null;
}
