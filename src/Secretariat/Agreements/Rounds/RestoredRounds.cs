using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds;

/// <summary>
/// Agreement in a restored backup. An open round is not counted by itself, since answers, or other words, may have
/// come after the snapshot; and a mandate may have been withdrawn since, so that none lets anything out before somebody confirms it.
/// </summary>
public sealed class RestoredRounds : IAfterRestore
{
    private const string Held = "A backup was restored, and answers or a change of the text may have come after it was made. Say until when it goes on and log what is missing; or close it, or cancel it.";
    private const string Doubt = "A backup was restored, and this mandate may have been withdrawn after it was made. Somebody has to confirm on its page that it stands.";

    public async Task<IReadOnlyList<string>> Stop(Db db, CancellationToken ct)
    {
        var said = new List<string>();
        foreach (var round in await db.Set<Round>().Where(r => r.State == RoundState.Open).OrderBy(r => r.ClosesAt).ToListAsync(ct))
        {
            round.Hold(Held);
            said.Add($"The round “{round.Title}” does not close by itself: answers or a change of its text may have come after the backup was made. Look, and say on its page until when it goes on.");
        }
        foreach (var mandate in await db.Set<Mandate>().Where(m => m.WithdrawnAt == null).OrderBy(m => m.GivenAt).ToListAsync(ct))
        {
            mandate.DoubtIt(Doubt);
            said.Add($"The mandate for “{mandate.Subject}” lets nothing out: it may have been withdrawn after the backup was made. Confirm it on its page.");
        }
        await db.Save(Actor.Console, "Stop agreements of a restored backup", ct);
        return said;
    }
}
