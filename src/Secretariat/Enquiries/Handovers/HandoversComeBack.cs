using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Inbox;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Sweeps;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Handovers;

/// <summary>What a member has not settled in time is the secretariat's again, on the next morning.</summary>
public sealed class HandoversComeBack(Sites sites) : ISweep
{
    private static readonly TimeOnly Morning = new(7, 0);

    public string Name => "handovers-come-back";

    public async Task<DateTimeOffset?> Next(Db db, CancellationToken ct) =>
        await Running(db).MinAsync(h => (DateOnly?)h.Due, ct) is { } due ? due.AddDays(1).At(Morning, sites.Current.Zone) : null;

    public async Task Run(IServiceProvider services, DateTimeOffset now, CancellationToken ct)
    {
        var (db, today) = (services.GetRequiredService<Db>(), now.DateIn(sites.Current.Zone));
        var office = await OfficeDays.Load(db, ct);
        // Nobody looks on a Saturday.
        var look = office.Works(today) ? today : office.After(today, 1);
        foreach (var due in await Running(db).AsNoTracking().Where(h => h.Due < today).OrderBy(h => h.Due).Select(h => new { h.Id, h.Enquiry }).ToListAsync(ct))
            await db.Write(async () =>
            {
                var enquiry = await PassToMember.Locked(db, due.Enquiry, ct);
                var handovers = await db.Set<Handover>().Where(h => h.Enquiry == due.Enquiry).ToListAsync(ct);
                var handover = handovers.Single(h => h.Id == due.Id);
                // Settled, or given more time, since it was found.
                if (!handover.IsRunning || handover.Due >= today) return;
                handover.ComeBack(now);
                if (!handovers.Any(h => h.IsRunning)) enquiry.ComeBack(look);
                db.Add(new EnquiryLine(enquiry.Id, LineKind.CameBack, "", Actor.Schedule, now) { Member = handover.Member });
                await db.Save(Actor.Schedule, "Take handover back", ct);
            }, ct);
    }

    private static IQueryable<Handover> Running(Db db) => db.Set<Handover>().Where(h => h.State == HandoverState.Asked || h.State == HandoverState.Accepted);
}
