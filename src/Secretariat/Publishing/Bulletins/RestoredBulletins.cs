using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;

namespace Secretariat.Publishing.Bulletins;

/// <summary>Bulletins in a restored backup: one that was about to go may have gone, so a person looks before it is scheduled again.</summary>
public sealed class RestoredBulletins(FreezeBatch freeze) : IAfterRestore
{
    private const string Look = "This backup was restored; it may have left already. Look, then schedule it again.";

    public async Task<IReadOnlyList<string>> Stop(Db db, CancellationToken ct)
    {
        var said = new List<string>();
        foreach (var edition in await db.Set<Edition>().Where(e => e.State == EditionState.Scheduled || e.State == EditionState.Freezing).OrderBy(e => e.Year).ThenBy(e => e.Number).ToListAsync(ct))
        {
            // Its letters may leave already: it is being sent, and its batch is what a person looks at.
            if (edition.Batch is { } batch && await freeze.IsOver(batch, ct)) edition.BeginSending();
            else
            {
                if (edition.Batch is { } half) await freeze.Abandon(half, Actor.Console, $"the {edition.Word} was given back: its backup was restored", ct);
                edition.ComeBack(Look);
                said.Add($"{edition.Name}, “{edition.Subject}”, is no longer scheduled: it may have left already. Look, then schedule it again.");
            }
            await db.Save(Actor.Console, "Stop a bulletin of a restored backup", ct);
        }
        return said;
    }
}
