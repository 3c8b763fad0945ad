using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Corrections;

/// <summary>Staff take a correction back before its end: it was wrong, or somebody objected on the telephone.</summary>
public sealed class DropCorrection(Db db)
{
    public Task Run(Guid round, string? why, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        await db.Locked(round, ct);
        var correction = await db.CorrectionUnderWay(round, ct) ?? throw new RuleBroken("No correction is under way any more.");
        correction.Drop(why, now);
        await db.Save(by, "Drop correction", ct);
    }, ct);
}
