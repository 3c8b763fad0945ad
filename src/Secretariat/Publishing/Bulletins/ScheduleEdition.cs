using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Bulletins;

/// <summary>Gives an approved bulletin its hour, after asking the gate whether what was approved may still leave.</summary>
public sealed class ScheduleEdition(Db db, EditionGate gate, Sites sites)
{
    /// <param name="readers">How many would get it today.</param>
    public async Task Run(Edition edition, DateTimeOffset at, int readers, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        if (edition.ApprovedContent is { } approved) await gate.Pass(new Way(edition.Name.ToLowerInvariant(), edition.Kind == EditionKind.Newsletter ? at.DateIn(sites.Current.Zone) : null), EditionContent.Parse(approved), by, ct);
        edition.ScheduleFor(at, readers, now);
        await db.Save(by, "Schedule bulletin", ct);
    }
}
