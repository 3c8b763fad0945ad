using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Auditing;

public static class ErasedValues
{
    /// <summary>Empties what the trail holds of some records. Who did what and when stays, and so do the leaves: the chain still holds.</summary>
    public static Task EraseAuditValues(this Db db, IReadOnlyCollection<Guid> records, CancellationToken ct) => db.Write(() =>
        db.Set<AuditEntry>().Where(e => records.Contains(e.RecordId)).ExecuteUpdateAsync(s => s.SetProperty(e => e.Values, (string?)null).SetProperty(e => e.Salt, (byte[]?)null), ct), ct);
}
