using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Sweeps;

namespace Secretariat.Enquiries.Inbox;

/// <summary>Who asked is kept for so many months after an enquiry is closed, as the form said.</summary>
public sealed class EnquirersForgotten : ISweep
{
    public string Name => "enquirers-forgotten";

    public async Task<DateTimeOffset?> Next(Db db, CancellationToken ct) =>
        await Kept(db).MinAsync(e => e.ClosedAt, ct) is { } first ? first.AddMonths((await TakeEnquiry.Settings(db, ct)).KeepMonths) : null;

    public async Task Run(IServiceProvider services, DateTimeOffset now, CancellationToken ct)
    {
        var db = services.GetRequiredService<Db>();
        var months = (await TakeEnquiry.Settings(db, ct)).KeepMonths;
        // Some days more than due, for months differ; the exact day is asked of each.
        var around = now.AddMonths(-months).AddDays(4);
        foreach (var kept in await Kept(db).Where(e => e.ClosedAt <= around).OrderBy(e => e.ClosedAt).Select(e => new { e.Id, e.ClosedAt }).ToListAsync(ct))
            if (kept.ClosedAt!.Value.AddMonths(months) <= now) await ForgetEnquirer.Run(db, kept.Id, Actor.Schedule, now, ct);
    }

    private static IQueryable<Enquiry> Kept(Db db) => db.Set<Enquiry>().AsNoTracking().Where(e => e.ClosedAt != null && e.ErasedAt == null);
}
