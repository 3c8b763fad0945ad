using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Funding.Deals;

/// <summary>The next step with a sponsor is asked of whoever looks after the deal, in the weekly letter, from a week before its day.</summary>
public sealed class DealAsks(Sites sites) : IAsk
{
    private const int Ahead = 7, DaysMore = 8;
    private static readonly TimeOnly Evening = new(17, 0);

    public string Kind => "deal";

    public async Task<IReadOnlyList<DateTimeOffset>> Closings(Db db, CancellationToken ct) =>
        [.. (await db.Set<Deal>().Where(d => d.NextOn != null && d.Owner != null).Select(d => d.NextOn!.Value).Distinct().ToListAsync(ct)).Select(d => d.At(Evening, sites.Current.Zone))];

    public async Task<IReadOnlyList<Ask>> Open(Db db, Guid? of, DateTimeOffset now, CancellationToken ct)
    {
        var zone = sites.Current.Zone;
        var (today, until) = (now.DateIn(zone), now.DateIn(zone).AddDays(Ahead));
        var open = await (from deal in db.Set<Deal>().AsNoTracking()
                          where deal.NextOn <= until && deal.Owner != null && (of == null || db.RecordsOf(of).Contains(deal.Owner.Value))
                          join record in db.Set<Person>() on deal.Owner equals record.Id
                          join person in db.Set<Person>() on record.Canonical equals person.Id
                          join body in db.Set<Organisation>() on deal.Organisation equals body.Id
                          where person.EmailKey != ""
                          select new { deal, person.Id, person.Name, person.Email, Body = body.ShortName }).ToListAsync(ct);
        return [.. open.Select(o => (o, By: o.deal.NextOn!.Value.At(Evening, zone))).Select(o => new Ask(Kind, o.o.deal.Id.ToString("N"), o.o.Id, o.o.Name, o.o.Email,
            $"{(o.By <= now ? $"Overdue since {o.o.deal.NextOn!.Value.Plain()}: the" : "The")} next step with {o.o.Body}: {o.o.deal.NextStep}", o.o.deal.NextSetAt ?? o.o.deal.BegunAt,
            // One that is overdue waits for the weekly letter, and never goes alone each third day.
            o.By > now ? o.By : today.AddDays(DaysMore).At(Evening, zone), 5, $"/desk/funding/deals/{o.o.deal.Id}"))];
    }

    // Whoever held a signed link would read what staff wrote about a sponsor, so it is done at the desk.
    public string Link(string key, Guid person) => $"/desk/funding/deals/{Guid.Parse(key)}";
}
