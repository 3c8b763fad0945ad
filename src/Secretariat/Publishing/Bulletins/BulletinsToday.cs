using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Bulletins;

/// <summary>What the bulletins ask of a person: the next one when its day comes near, and each that stopped on its way.</summary>
public sealed class BulletinsToday(Db db, NextBulletin next, Sites sites) : IToday
{
    private const int Soon = 3;

    public async Task<IReadOnlyList<TodayTask>> For(DateOnly today, CancellationToken ct)
    {
        var tasks = new List<TodayTask>();
        var year = NextBulletin.YearOf(today, sites.Current);
        var promised = await next.Promised(year, ct);
        var open = await db.Set<Edition>().AsNoTracking().Where(e => e.State == EditionState.Draft || e.State == EditionState.Approved).OrderBy(e => e.Year).ThenBy(e => e.Number).ToListAsync(ct);
        foreach (var edition in open)
        {
            var due = edition.Year == year && edition.Number <= promised.Count ? promised[edition.Number - 1] : (DateOnly?)null;
            if (edition.Returned is { } why) tasks.Add(new(edition.State == EditionState.Draft ? "Approve" : "Schedule", $"{edition.Name}: {why}", $"/desk/bulletins/{edition.Id}", due));
            else if (edition.State == EditionState.Approved) tasks.Add(new("Schedule", $"{edition.Name} is approved but has no time to go", $"/desk/bulletins/{edition.Id}/schedule", due));
            else if (due <= today.AddDays(Soon)) tasks.Add(new("Approve", $"{edition.Name} is written but not approved", $"/desk/bulletins/{edition.Id}/preview", due));
        }
        foreach (var edition in await db.Set<Edition>().AsNoTracking().Where(e => e.State == EditionState.Scheduled && e.Year == year).OrderBy(e => e.Number).ToListAsync(ct))
        {
            if (edition.Number > promised.Count || edition.ScheduledFor!.Value.DateIn(sites.Current.Zone) is var goes && goes <= promised[edition.Number - 1]) continue;
            tasks.Add(new("Look at", $"{edition.Name} is scheduled for {goes.Long()}, after the day that the plan promises", $"/desk/bulletins/{edition.Id}/schedule", promised[edition.Number - 1]));
        }
        foreach (var edition in await Unsure().AsNoTracking().OrderBy(e => e.Number).ToListAsync(ct))
            tasks.Add(new("Find out", $"{edition.Name}: nobody knows whether its letters left", $"/desk/bulletins/{edition.Id}", null));
        var (number, _, date) = await next.Find(today, ct);
        if (date <= today.AddDays(Soon)) tasks.Add(new("Write", $"Bulletin {number} is promised for {date.Value.Long()}", "/desk/bulletins/new", date));
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
