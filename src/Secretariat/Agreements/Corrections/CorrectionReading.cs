using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Corrections;

public static class CorrectionReading
{
    /// <summary>The one correction of a round that has not come to its end; a round has at most one.</summary>
    public static Task<Correction?> CorrectionUnderWay(this Db db, Guid round, CancellationToken ct) =>
        db.Set<Correction>().SingleOrDefaultAsync(c => c.Round == round && (c.State == CorrectionState.Proposed || c.State == CorrectionState.GoneRound), ct);

    /// <summary>Locked until the transaction ends: whatever else changes the round, or one of its corrections, comes before or after it.</summary>
    internal static async Task<Round> Locked(this Db db, Guid round, CancellationToken ct)
    {
        await db.Set<Round>().Where(r => r.Id == round).ExecuteUpdateAsync(s => s.SetProperty(r => r.Rows, r => r.Rows), ct);
        return await db.Set<Round>().SingleAsync(r => r.Id == round, ct);
    }
}
