using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Bulletins;

/// <summary>What bulletins and newsletters ask of a person: the next one when its day comes near, and each that stopped on its way.</summary>
public sealed class BulletinsToday(Db db, NextBulletin next, Sites sites) : IToday
{
    private const int Soon = 3;

    public async Task<IReadOnlyList<TodayTask>> For(DateOnly today, CancellationToken ct)
    {
        var tasks = new List<TodayTask>();
        foreach (var edition in await db.Set<Edition>().AsNoTracking().Where(e => e.State == EditionState.Draft || e.State == EditionState.Approved).OrderBy(e => e.Kind).ThenBy(e => e.Year).ThenBy(e => e.Number).ToListAsync(ct))
        {
            var due = await next.PromisedFor(edition, ct);
            if (edition.Returned is { } why) tasks.Add(new(edition.State == EditionState.Draft ? "Approve" : "Schedule", $"{edition.Name}: {why}", edition.Path, due));
            else if (edition.State == EditionState.Approved) tasks.Add(new("Schedule", $"{edition.Name} is approved but has no time to go", $"{edition.Path}/schedule", due));
            else if (due <= today.AddDays(Soon)) tasks.Add(new("Approve", $"{edition.Name} is written but not approved", $"{edition.Path}/preview", due));
        }
        var year = NextBulletin.YearOf(today, sites.Current);
        foreach (var edition in await db.Set<Edition>().AsNoTracking().Where(e => e.State == EditionState.Scheduled && e.Year == year).OrderBy(e => e.Kind).ThenBy(e => e.Number).ToListAsync(ct))
        {
            if (await next.PromisedFor(edition, ct) is not { } promised || edition.ScheduledFor!.Value.DateIn(sites.Current.Zone) is var goes && goes <= promised) continue;
            tasks.Add(new("Look at", $"{edition.Name} is scheduled for {goes.Long()}, after the day that the plan promises", $"{edition.Path}/schedule", promised));
        }
        foreach (var edition in await Unsure().AsNoTracking().OrderBy(e => e.Kind).ThenBy(e => e.Number).ToListAsync(ct))
            tasks.Add(new("Find out", $"{edition.Name}: nobody knows whether its letters left", edition.Path, null));
        foreach (var kind in Enum.GetValues<EditionKind>())
        {
            var (number, _, date) = await next.Find(today, ct, kind);
            if (date <= today.AddDays(Soon)) tasks.Add(new("Write", $"{kind} {number} is promised for {date.Value.Long()}", $"{kind.Shelf()}/new", date));
        }
        return tasks;
    }

    private IQueryable<Edition> Unsure() =>
        from edition in db.Set<Edition>()
        where edition.State == EditionState.Sending
        join batch in db.Set<Batch>() on edition.Batch equals batch.Id
        where batch.State == BatchState.Done || batch.State == BatchState.Cancelled
        where db.Set<Delivery>().Any(d => d.Batch == batch.Id && d.State == DeliveryState.Unknown)
            && !db.Set<Delivery>().Any(d => d.Batch == batch.Id && (d.State == DeliveryState.Sent || d.State == DeliveryState.Bounced))
        select edition;
}
