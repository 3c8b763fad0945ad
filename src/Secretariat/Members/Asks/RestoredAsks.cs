using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Asks;

/// <summary>Asks in a restored backup: letters have gone since it was made, so everything open counts as asked now, and nobody is asked again tomorrow.</summary>
public sealed class RestoredAsks(IEnumerable<IAsk> askers, Sites sites, TimeProvider clock) : IAfterRestore
{
    public async Task<IReadOnlyList<string>> Stop(Db db, CancellationToken ct)
    {
        var any = false;
        foreach (var asker in askers) any = any || (await asker.Closings(db, ct)).Count > 0;
        if (!any) return [];
        var now = clock.GetUtcNow();
        db.Add(new AskDay { Day = now.DateIn(sites.Current.Zone), RestoredAt = now });
        await db.SaveUnaudited(ct);
        return ["Nobody is reminded of what is open for three days: they may have been, after the backup was made."];
    }
}
