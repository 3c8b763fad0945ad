using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Corrections;

/// <summary>In a restored backup no correction becomes the text by silence: whoever objected may have done so after the snapshot.</summary>
public sealed class RestoredCorrections(TimeProvider clock) : IAfterRestore
{
    private const string Why = "A backup was restored: objections may have come after it was made.";

    public async Task<IReadOnlyList<string>> Stop(Db db, CancellationToken ct)
    {
        var said = new List<string>();
        foreach (var correction in await db.Set<Correction>().Where(c => c.State == CorrectionState.Proposed || c.State == CorrectionState.GoneRound).OrderBy(c => c.ProposedAt).ToListAsync(ct))
        {
            correction.Drop(Why, clock.GetUtcNow());
            var title = await db.Set<Round>().Where(r => r.Id == correction.Round).Select(r => r.Title).SingleAsync(ct);
            said.Add($"The correction of the text of “{title}” is dropped: objections may have come after the backup was made. Propose it anew if it is still wanted.");
        }
        await db.Save(Actor.Console, "Drop corrections of a restored backup", ct);
        return said;
    }
}
