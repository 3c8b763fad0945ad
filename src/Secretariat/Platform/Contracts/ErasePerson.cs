using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Contracts;

/// <summary>Takes out of the whole program what says who somebody was: every feature its own part, in one transaction.</summary>
public sealed class ErasePerson(Db db, IEnumerable<IPersonalData> features)
{
    public Task Run(Guid person, Actor by, CancellationToken ct) => db.Write(async () =>
    {
        foreach (var feature in features) await feature.Erase(person, ct);
        db.ChangeTracker.DetectChanges();
        var touched = db.ChangeTracker.Entries<Record>().Where(e => e.State is EntityState.Modified or EntityState.Deleted).Select(e => e.Entity.Id).ToList();
        await db.Save(by, "Erase person", ct);
        // After the save: its own entry holds what was there before.
        await db.EraseAuditValues(touched, ct);
    }, ct);
}
