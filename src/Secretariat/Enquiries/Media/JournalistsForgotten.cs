using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Inbox;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Data;
using Secretariat.Platform.Sweeps;

namespace Secretariat.Enquiries.Media;

/// <summary>How a journalist is reached is kept as long as who asked anything else.</summary>
public sealed class JournalistsForgotten : ISweep
{
    public string Name => "journalists-forgotten";

    public async Task<DateTimeOffset?> Next(Db db, CancellationToken ct) =>
        await Kept(db).MinAsync(r => r.ClosedAt, ct) is { } first ? first.AddMonths((await TakeEnquiry.Settings(db, ct)).KeepMonths) : null;

    public async Task Run(IServiceProvider services, DateTimeOffset now, CancellationToken ct)
    {
        var db = services.GetRequiredService<Db>();
        var months = (await TakeEnquiry.Settings(db, ct)).KeepMonths;
        var around = now.AddMonths(-months).AddDays(4);
        await db.Write(async () =>
        {
            var due = (await Kept(db).Where(r => r.ClosedAt <= around).ToListAsync(ct)).FindAll(r => r.ClosedAt!.Value.AddMonths(months) <= now);
            foreach (var request in due) request.Forget(now);
            await db.Save(Actor.Schedule, "Erase journalist", ct);
            await db.EraseAuditValues([.. due.Select(r => r.Id)], ct);
        }, ct);
    }

    private static IQueryable<MediaRequest> Kept(Db db) => db.Set<MediaRequest>().Where(r => r.ClosedAt != null && r.ErasedAt == null);
}
