using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Deliveries;

/// <summary>What a person orders for a batch: pause, resume, cancel, send an unknown letter again, allow an address again. Each takes effect at once and is audited.</summary>
public sealed class BatchOrders(Db db, Postman postman, TimeProvider clock)
{
    /// <summary>Stops it after the letters that are on the wire just now: what is only claimed goes back.</summary>
    /// <param name="because">When the program pauses it by itself: why.</param>
    public Task Pause(Guid batch, Actor by, CancellationToken ct, string because = "") => Order(batch, OrderKind.Pause, by, "Pause the batch", ct, async found =>
    {
        if (found.State != BatchState.Open) throw new RuleBroken($"Only a batch that is being sent can be paused; this one is {found.State.ToString().ToLowerInvariant()}.");
        await Become(batch, BatchState.Paused, ct);
        await db.Set<Delivery>().Where(d => d.Batch == batch && d.State == DeliveryState.Claimed).ExecuteUpdateAsync(s => s
            .SetProperty(d => d.State, DeliveryState.Queued).SetProperty(d => d.Worker, (Guid?)null), ct);
        return because;
    });

    public Task Resume(Guid batch, Actor by, CancellationToken ct) => Order(batch, OrderKind.Resume, by, "Resume the batch", ct, async found =>
    {
        if (found.State != BatchState.Paused) throw new RuleBroken("This batch is not paused.");
        await Become(batch, BatchState.Open, ct);
        return "";
    });

    /// <summary>Something of it may still leave. Locked until the caller's transaction ends: nobody closes it in between.</summary>
    public async Task<bool> IsLeaving(Guid batch, CancellationToken ct) => await db.Set<Batch>().Where(b => b.Id == batch && (b.State == BatchState.Open || b.State == BatchState.Paused))
        .ExecuteUpdateAsync(s => s.SetProperty(b => b.State, b => b.State), ct) > 0;

    /// <summary>For good: whoever has not been written to gets nothing.</summary>
    public Task Cancel(Guid batch, Actor by, CancellationToken ct) => Order(batch, OrderKind.Cancel, by, "Cancel the batch", ct, async found =>
    {
        if (found.State is not (BatchState.Open or BatchState.Paused)) throw new RuleBroken($"There is nothing left to cancel: the batch is {found.State.ToString().ToLowerInvariant()}.");
        await Become(batch, BatchState.Cancelled, ct);
        var now = clock.GetUtcNow();
        var stopped = await db.Set<Delivery>()
            .Where(d => d.Batch == batch && (d.State == DeliveryState.Queued || d.State == DeliveryState.Deferred || d.State == DeliveryState.Claimed))
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.State, DeliveryState.Cancelled).SetProperty(d => d.Why, Sentences.Cancelled).SetProperty(d => d.At, now), ct);
        return $"{stopped} not sent";
    });

    /// <summary>Only for a letter whose fate is unknown, and only by a person: it may arrive twice.</summary>
    public Task SendAgain(Guid delivery, Actor by, CancellationToken ct) => db.Write(async () =>
    {
        var letter = await db.Set<Delivery>().SingleOrDefaultAsync(d => d.Id == delivery, ct) ?? throw new RuleBroken("There is no such letter.");
        await Order(letter.Batch, OrderKind.SendAgain, by, "Send an unknown letter again", ct, async found =>
        {
            if (found.State is not (BatchState.Open or BatchState.Done or BatchState.Paused)) throw new RuleBroken("The batch was cancelled, so nothing of it is sent any more.");
            // The batch first: whoever is closing it then waits, and sees the letter.
            await Become(found.Id, found.State == BatchState.Done ? BatchState.Open : found.State, ct);
            letter.SendAgain(clock.GetUtcNow());
            return "";
        }, letter.Id);
    }, ct);

    /// <summary>The address of a letter may be written to again: the mailbox is back, or its server was wrong. A list that somebody left is theirs to come back to.</summary>
    public Task AllowAgain(Guid delivery, Actor by, CancellationToken ct) => db.Write(async () =>
    {
        var letter = await db.Set<Delivery>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == delivery, ct) ?? throw new RuleBroken("There is no such letter.");
        await Order(letter.Batch, OrderKind.AllowAgain, by, "Allow letters to an address again", ct, async _ =>
            await Suppressions.Allow(db, letter.AddressKey, Suppression.All, ct) > 0 ? "" : throw new RuleBroken("This address is not stopped, or not any more: nothing was changed."), letter.Id);
    }, ct);

    /// <summary>What became of an unknown letter, found out by asking. Nothing is sent by it.</summary>
    public Task Settle(Guid delivery, bool arrived, Actor by, CancellationToken ct) => db.Write(async () =>
    {
        var letter = await db.Set<Delivery>().SingleOrDefaultAsync(d => d.Id == delivery, ct) ?? throw new RuleBroken("There is no such letter.");
        await Order(letter.Batch, arrived ? OrderKind.SayArrived : OrderKind.SayLost, by, "Say what became of an unknown letter", ct, _ =>
        {
            letter.Settle(arrived, clock.GetUtcNow());
            return Task.FromResult("");
        }, letter.Id);
    }, ct);

    private Task Become(Guid batch, BatchState state, CancellationToken ct) =>
        db.Set<Batch>().Where(b => b.Id == batch).ExecuteUpdateAsync(s => s.SetProperty(b => b.State, state), ct);

    private Task Order(Guid batch, OrderKind kind, Actor by, string verb, CancellationToken ct, Func<Batch, Task<string>> act, Guid? delivery = null) => db.Write(async () =>
    {
        var found = await db.Set<Batch>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == batch, ct) ?? throw new RuleBroken("There is no such batch.");
        var note = await act(found);
        db.Add(new Order { Batch = batch, Kind = kind, At = clock.GetUtcNow(), By = by.Name, Delivery = delivery, Note = note });
        await db.Save(by, verb, ct);
        postman.Poke();
    }, ct);
}
