using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Handovers;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;

namespace Secretariat.Enquiries.Inbox;

/// <summary>Takes out of an enquiry who asked and what was written, of its letters too. That it was asked, and what became of it, goes on being counted.</summary>
public static class ForgetEnquirer
{
    /// <summary>Inside the caller's transaction; the caller saves.</summary>
    /// <returns>The records that were touched, whose values the audit trail forgets too.</returns>
    public static async Task<IReadOnlyList<Guid>> Of(Db db, Enquiry enquiry, DateTimeOffset now, CancellationToken ct)
    {
        var lines = await db.Set<EnquiryLine>().Where(l => l.Enquiry == enquiry.Id).ToListAsync(ct);
        var handovers = await db.Set<Handover>().Where(h => h.Enquiry == enquiry.Id).ToListAsync(ct);
        enquiry.Forget(now);
        foreach (var line in lines) line.Forget();
        foreach (var handover in handovers)
        {
            handover.ForgetEnquirer();
            handover.Release(now);
        }
        var about = lines.Select(l => l.Id).ToList();
        await LedgerPersonalData.Erase(db, db.Set<Delivery>().Where(d => db.Set<Batch>().Any(b => b.Id == d.Batch && b.About != null && about.Contains(b.About.Value))), ct);
        return [enquiry.Id, .. about, .. handovers.Select(h => h.Id)];
    }

    /// <summary>One enquiry, because somebody asked for it.</summary>
    public static Task Run(Db db, Guid id, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        var enquiry = await PassToMember.Locked(db, id, ct);
        if (enquiry.ErasedAt is not null) return;
        var touched = await Of(db, enquiry, now, ct);
        await db.Save(by, "Erase enquirer", ct);
        // After the save: its own entry holds what was there before.
        await db.EraseAuditValues(touched, ct);
    }, ct);
}
