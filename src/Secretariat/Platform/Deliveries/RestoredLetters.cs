using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Deliveries;

/// <summary>
/// Letters in a restored backup. What was on its way has gone or not, nobody can know; what was still to go waits until a
/// person says so; and a sign-in letter is of no use to anyone any more.
/// </summary>
public sealed class RestoredLetters(TimeProvider clock, Settings settings) : IAfterRestore
{
    private const string OnItsWay = "This letter was on its way when the backup was made that was restored, so it may have arrived. Nothing sends it again unless you do.";
    private const string Note = "restored from a backup: what is still queued may have left after it was made";

    public async Task<IReadOnlyList<string>> Stop(Db db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.Set<Worker>().ExecuteDeleteAsync(ct);
        var unknown = await db.Set<Delivery>().Where(d => d.State == DeliveryState.Claimed || d.State == DeliveryState.Sending).ExecuteUpdateAsync(s => s
            .SetProperty(d => d.State, DeliveryState.Unknown).SetProperty(d => d.Why, OnItsWay).SetProperty(d => d.At, now), ct);
        var account = await db.Set<Batch>().AsNoTracking().Where(b => b.Priority == Priority.Account && b.State != BatchState.Done && b.State != BatchState.Cancelled).Select(b => b.Id).ToListAsync(ct);
        var paused = await db.Set<Batch>().AsNoTracking().Where(b => b.Priority != Priority.Account && (b.State == BatchState.Open || b.State == BatchState.Freezing)).OrderBy(b => b.Id).ToListAsync(ct);
        await CancelAll(db, account, now, ct);
        var ids = paused.Select(b => b.Id).ToList();
        await db.Set<Batch>().Where(b => ids.Contains(b.Id)).ExecuteUpdateAsync(s => s.SetProperty(b => b.State, BatchState.Paused).SetProperty(b => b.FrozenBy, (Guid?)null), ct);
        foreach (var (batch, kind) in account.Select(b => (b, OrderKind.Cancel)).Concat(ids.Select(b => (b, OrderKind.Pause))))
            db.Add(new Order { Batch = batch, Kind = kind, At = now, By = Actor.Console.Name, Note = kind == OrderKind.Pause ? Note : "restored from a backup" });
        await db.Save(Actor.Console, "Stop letters of a restored backup", ct);
        return [.. Said(unknown, account.Count), .. paused.Select(b => $"Paused “{b.Title}”: what is still queued may have left after the backup was made. Look, then go on or cancel it: {new Uri(settings.Url, $"/desk/deliveries/{b.Id}")}")];
    }

    private static async Task CancelAll(Db db, List<Guid> batches, DateTimeOffset now, CancellationToken ct)
    {
        await db.Set<Delivery>().Where(d => batches.Contains(d.Batch) && DeliveryMoves.Claimable.Contains(d.State)).ExecuteUpdateAsync(s => s
            .SetProperty(d => d.State, DeliveryState.Cancelled).SetProperty(d => d.Why, Sentences.Cancelled).SetProperty(d => d.At, now), ct);
        await db.Set<Batch>().Where(b => batches.Contains(b.Id)).ExecuteUpdateAsync(s => s.SetProperty(b => b.State, BatchState.Cancelled), ct);
    }

    private static IEnumerable<string> Said(int unknown, int account)
    {
        if (unknown > 0) yield return $"{unknown:N0} {(unknown == 1 ? "letter was" : "letters were")} on the way: whether {(unknown == 1 ? "it" : "they")} arrived is unknown.";
        if (account > 0) yield return $"{account:N0} sign-in {(account == 1 ? "letter was" : "letters were")} cancelled: whoever waits for one asks again.";
    }
}
