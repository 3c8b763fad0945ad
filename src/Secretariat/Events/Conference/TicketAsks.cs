using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Events.Kinds;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Conference;

/// <summary>What places ask of members: who comes, until each of theirs has a name or the day for it is over.</summary>
public sealed class TicketAsks(TicketTokens tokens, Sites sites) : IAsk
{
    public const string KindName = "places";
    private const int Minutes = 3;
    private static readonly TimeOnly Afternoon = new(17, 0);

    private sealed record Unnamed(Allocation Allocation, Event At, EventKind Kind, DateOnly NameBy, string Body, int Count);

    public string Kind => KindName;

    public async Task<IReadOnlyList<DateTimeOffset>> Closings(Db db, CancellationToken ct) => [.. (await All(db, ct)).Select(By).Distinct()];

    public async Task<IReadOnlyList<Ask>> Open(Db db, Guid? of, DateTimeOffset now, CancellationToken ct)
    {
        var open = (await All(db, ct)).Where(u => By(u) > now).ToList();
        List<Ask> asks = [];
        foreach (var kind in open.GroupBy(u => u.Kind.Id))
        {
            var namers = await WhoNames.Asked(db, kind.First().Kind, [.. kind.Select(u => u.Allocation.Organisation).Distinct()], now.DateIn(sites.Current.Zone), ct);
            asks.AddRange(kind.SelectMany(u => namers[u.Allocation.Organisation].Where(n => of is null || n.Person == of)
                .Select(n => new Ask(KindName, u.Allocation.Id.ToString("N"), n.Person, n.Name, n.Email, $"Who comes to {u.At.Title}, {u.At.Day.Plain()}? {u.Body} has {u.Count} {(u.Count == 1 ? "place" : "places")} without a name", u.Allocation.OfferedAt, By(u), Minutes, $"/my/conference/{u.Allocation.Id}"))));
        }
        return asks;
    }

    public string Link(string key, Guid person) => "/a/places/" + tokens.Places(Guid.Parse(key), person);

    private static DateTimeOffset By(Unnamed of) => of.NameBy.At(Afternoon, of.At.When.ZoneInfo);

    private static async Task<IReadOnlyList<Unnamed>> All(Db db, CancellationToken ct) =>
        [.. (await (from allocation in db.Set<Allocation>().AsNoTracking()
                    join at in db.Set<Event>().AsNoTracking() on allocation.Event equals at.Id
                    where at.State == EventState.Announced
                    join ticketing in db.Set<Ticketing>().AsNoTracking() on at.Id equals ticketing.Event
                    join kind in db.Set<EventKind>().AsNoTracking() on at.Kind equals kind.Id
                    join body in db.Set<Organisation>() on allocation.Organisation equals body.Id
                    select new { allocation, at, kind, ticketing.NameBy, body.ShortName, Named = db.Set<Ticket>().Count(t => t.Allocation == allocation.Id && t.State == TicketState.Valid) }).ToListAsync(ct))
            .Select(r => new Unnamed(r.allocation, r.at, r.kind, r.NameBy, r.ShortName, r.allocation.Held - r.Named)).Where(u => u.Count > 0)];
}
