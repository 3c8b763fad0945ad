using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mailing;

namespace Secretariat.Platform.Deliveries;

/// <summary>What is to be sent. The caller chooses the id and keeps it, so that a freeze that was killed finds its batch again.</summary>
public sealed record BatchPlan(Guid Id, string Class, string Title, Priority Priority, DateTimeOffset NotBefore)
{
    public string Transport { get; init; } = "mail";
    public Guid? About { get; init; }
    public string? Content { get; init; }
    public string ContentHash { get; init; } = "";

    /// <summary>What a hold may be about: "public", "theme:skills", "member:CODE".</summary>
    public IReadOnlyCollection<string> Reach { get; init; } = [];

    internal string ReachText => Reach.Count == 0 ? "" : $"|{string.Join('|', Reach)}|";
}

/// <param name="Merge">What fills the holes of this recipient's letter.</param>
/// <param name="LeftOut">Why this person gets none, as a sentence; null for those who get one.</param>
public sealed record Recipient(Guid? Person, string Address, IReadOnlyDictionary<string, string>? Merge = null, string? LeftOut = null);

public sealed record FreezeResult(int Queued, int LeftOut);

/// <summary>
/// Writes an audience into the ledger, once and for all: who gets it, who does not and why. It writes in chunks, so it may be
/// killed at any moment: called again with the same plan it starts anew, and once the batch is open it changes nothing.
/// </summary>
public sealed class FreezeBatch(Db db, TimeProvider clock)
{
    private const int Chunk = 500;

    /// <param name="recipients">Read from one snapshot by the caller, each person once.</param>
    public async Task<FreezeResult> Run(BatchPlan plan, IEnumerable<Recipient> recipients, Actor by, CancellationToken ct)
    {
        var run = Guid.CreateVersion7();
        if (!await Begin(plan, run, ct)) return await Count(plan.Id, ct);
        foreach (var chunk in recipients.Chunk(Chunk)) await Add(plan, run, chunk, ct);
        return await Open(plan, run, by, ct);
    }

    /// <summary>
    /// Writes the batch down in the transaction of whoever decides on it. Should they change their mind before the freeze begins, there
    /// is something to cancel, and the freeze finds it cancelled.
    /// </summary>
    public async Task Reserve(BatchPlan plan, CancellationToken ct)
    {
        var batch = NewBatch(plan, null);
        db.Add(batch);
        await db.SaveUnaudited(ct);
        db.Entry(batch).State = EntityState.Detached;
    }

    /// <summary>True once a freeze of this batch came to its end: its letters may be leaving, and nobody is added any more.</summary>
    public Task<bool> IsOver(Guid batch, CancellationToken ct) => db.Set<Batch>().AnyAsync(b => b.Id == batch && b.State != BatchState.Freezing, ct);

    /// <summary>Gives up a freeze that will not go on: whom it had named so far gets nothing. One that is over it leaves alone.</summary>
    public Task Abandon(Guid batch, Actor by, string because, CancellationToken ct) => db.Write(async () =>
    {
        var now = clock.GetUtcNow();
        var freezing = await db.Set<Batch>().Where(b => b.Id == batch && b.State == BatchState.Freezing)
            .ExecuteUpdateAsync(s => s.SetProperty(b => b.State, BatchState.Cancelled).SetProperty(b => b.FrozenBy, (Guid?)null), ct);
        if (freezing == 0) return;
        await db.Set<Delivery>().Where(d => d.Batch == batch && d.State == DeliveryState.Queued).ExecuteUpdateAsync(s => s
            .SetProperty(d => d.State, DeliveryState.Cancelled).SetProperty(d => d.Why, Sentences.Cancelled).SetProperty(d => d.At, now), ct);
        db.Add(new Order { Batch = batch, Kind = OrderKind.Cancel, At = now, By = by.Name, Note = because });
        await db.Save(by, "Cancel a half-frozen batch", ct);
    }, ct);

    private Task<bool> Begin(BatchPlan plan, Guid run, CancellationToken ct) => db.Write(async () =>
    {
        if (!await db.Set<Batch>().AnyAsync(b => b.Id == plan.Id, ct))
        {
            db.Add(NewBatch(plan, run));
            await db.SaveUnaudited(ct);
            db.ChangeTracker.Clear();
            return true;
        }
        var taken = await db.Set<Batch>().Where(b => b.Id == plan.Id && b.State == BatchState.Freezing)
            .ExecuteUpdateAsync(s => s.SetProperty(b => b.FrozenBy, run), ct);
        if (taken == 0) return false;
        await db.Set<Delivery>().Where(d => d.Batch == plan.Id).ExecuteDeleteAsync(ct);
        return true;
    }, ct);

    private Batch NewBatch(BatchPlan plan, Guid? run) => new()
    {
        Id = plan.Id,
        Transport = plan.Transport,
        Class = plan.Class,
        Title = plan.Title,
        About = plan.About,
        Content = plan.Content,
        ContentHash = plan.ContentHash,
        Priority = plan.Priority,
        Reach = plan.ReachText,
        NotBefore = plan.NotBefore,
        FrozenBy = run,
        At = clock.GetUtcNow(),
    };

    private Task Add(BatchPlan plan, Guid run, Recipient[] chunk, CancellationToken ct) => db.Write(async () =>
    {
        await StillOurs(plan.Id, run, ct);
        var now = clock.GetUtcNow();
        var rows = chunk.Select(r => Row(plan, r, now)).DistinctBy(d => d.AddressKey).ToList();
        var keys = rows.Select(r => r.AddressKey).ToList();
        var there = await db.Set<Delivery>().Where(d => d.Batch == plan.Id && keys.Contains(d.AddressKey)).Select(d => d.AddressKey).ToHashSetAsync(ct);
        var stopped = await Suppressions.Among(db, keys, plan.Class, plan.Priority, ct);
        foreach (var row in rows.Where(r => !there.Contains(r.AddressKey)))
        {
            if (row.State == DeliveryState.Queued && stopped.TryGetValue(row.AddressKey, out var why)) row.LeaveOutFor(why);
            db.Add(row);
        }
        await db.SaveUnaudited(ct);
        db.ChangeTracker.Clear();
    }, ct);

    private static Delivery Row(BatchPlan plan, Recipient to, DateTimeOffset now)
    {
        if (EmailAddress.TryParse(to.Address) is not { } address)
            return Delivery.LeaveOut(plan.Id, to.Person, EmailAddress.Unusable(to.Address, to.Person), Sentences.NotAnAddress(to.Address), now);
        return to.LeftOut is { } why
            ? Delivery.LeaveOut(plan.Id, to.Person, address, why, now)
            : Delivery.Queue(plan.Id, to.Person, address, to.Merge is null ? "{}" : JsonSerializer.Serialize(to.Merge), now);
    }

    private Task<FreezeResult> Open(BatchPlan plan, Guid run, Actor by, CancellationToken ct) => db.Write(async () =>
    {
        await StillOurs(plan.Id, run, ct);
        var result = await Count(plan.Id, ct);
        var state = result.Queued == 0 ? BatchState.Done : BatchState.Open;
        await db.Set<Batch>().Where(b => b.Id == plan.Id).ExecuteUpdateAsync(s => s
            .SetProperty(b => b.State, state).SetProperty(b => b.FrozenBy, (Guid?)null).SetProperty(b => b.DoneAt, state == BatchState.Done ? clock.GetUtcNow() : null), ct);
        db.Add(new Order
        {
            Batch = plan.Id,
            Kind = OrderKind.Freeze,
            At = clock.GetUtcNow(),
            By = by.Name,
            Note = $"{result.Queued} to be sent, {result.LeftOut} left out",
        });
        await db.Save(by, $"Freeze the audience of “{plan.Title}”", ct);
        return result;
    }, ct);

    // On PostgreSQL the lock makes a second freeze wait for this chunk; on SQLite the gate does.
    private async Task StillOurs(Guid batch, Guid run, CancellationToken ct)
    {
        var ours = await db.Set<Batch>().Where(b => b.Id == batch && b.State == BatchState.Freezing && b.FrozenBy == run)
            .ExecuteUpdateAsync(s => s.SetProperty(b => b.FrozenBy, run), ct);
        if (ours == 0) throw new RuleBroken("Somebody else has begun to freeze this audience; this run has stopped.");
    }

    private async Task<FreezeResult> Count(Guid batch, CancellationToken ct)
    {
        var all = await db.Set<Delivery>().CountAsync(d => d.Batch == batch, ct);
        var left = await db.Set<Delivery>().CountAsync(d => d.Batch == batch && d.State == DeliveryState.Suppressed, ct);
        return new FreezeResult(all - left, left);
    }
}
