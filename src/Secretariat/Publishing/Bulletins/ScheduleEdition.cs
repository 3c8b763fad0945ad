using Secretariat.Platform.Data;

namespace Secretariat.Publishing.Bulletins;

/// <summary>Gives an approved bulletin its hour, after asking the gate whether what was approved may still leave.</summary>
public sealed class ScheduleEdition(Db db, EditionGate gate)
{
    /// <param name="readers">How many would get it today.</param>
    public async Task Run(Edition edition, DateTimeOffset at, int readers, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        if (edition.ApprovedContent is { } approved) await gate.Pass(edition, EditionContent.Parse(approved), by, ct);
        edition.ScheduleFor(at, readers, now);
        await db.Save(by, "Schedule bulletin", ct);
    }
}
