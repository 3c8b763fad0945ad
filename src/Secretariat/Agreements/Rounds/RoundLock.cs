using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds;

internal static class RoundLock
{
    /// <summary>Locked until the transaction ends: whatever else changes the round, its answers or one of its corrections comes before or after it.</summary>
    internal static async Task<Round> Locked(this Db db, Guid round, CancellationToken ct)
    {
        await db.Set<Round>().Where(r => r.Id == round).ExecuteUpdateAsync(s => s.SetProperty(r => r.Rows, r => r.Rows), ct);
        return await db.Set<Round>().SingleAsync(r => r.Id == round, ct);
    }
}
