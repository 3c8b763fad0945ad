using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Statements;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;

namespace Secretariat.Publishing.Bulletins;

/// <summary>A letter of a bulletin was refused: its batch waits, with the reason, and the attempt is on record once and not once for each reader.</summary>
public sealed class RefusedLetters(Db db, BatchOrders orders)
{
    /// <param name="mandate">Whose refusal is still to be written down; null when the gate has done so.</param>
    public Task Run(Guid batch, string why, Guid? mandate, CancellationToken ct) => db.Write(async () =>
    {
        // Locked: of many letters that are refused at once one pauses the batch, and the others find it paused.
        if (await db.Set<Batch>().Where(b => b.Id == batch && b.State == BatchState.Open).ExecuteUpdateAsync(s => s.SetProperty(b => b.State, BatchState.Open), ct) == 0) return;
        if (mandate is { } id) db.Note(Actor.Schedule, ReleaseStatement.RefusedVerb, nameof(Mandate), id, ("Channel", "a letter of a bulletin"), ("Carrier", $"{batch}"), ("Why", why));
        await orders.Pause(batch, Actor.Schedule, ct, why);
    }, ct);
}
