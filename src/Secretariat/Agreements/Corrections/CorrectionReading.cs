using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Corrections;

public static class CorrectionReading
{
    /// <summary>The one correction of a round that has not come to its end; a round has at most one.</summary>
    public static Task<Correction?> CorrectionUnderWay(this Db db, Guid round, CancellationToken ct) =>
        db.Set<Correction>().SingleOrDefaultAsync(c => c.Round == round && (c.State == CorrectionState.Proposed || c.State == CorrectionState.GoneRound), ct);
}
