using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Sweeps;

namespace Secretariat.Publishing.Bulletins;

/// <summary>Sends off each bulletin whose hour has come, and goes on with one whose freeze was cut short.</summary>
public sealed class SendBulletins : ISweep
{
    public string Name => "send-bulletins";

    public async Task<DateTimeOffset?> Next(Db db, CancellationToken ct) =>
        (await Due(db, ct)).Select(d => d.Goes).Min();

    public async Task Run(IServiceProvider services, DateTimeOffset now, CancellationToken ct)
    {
        var db = services.GetRequiredService<Db>();
        foreach (var (id, _) in (await Due(db, ct)).Where(d => d.Goes <= now).OrderBy(d => d.Goes))
            await services.GetRequiredService<FreezeEdition>().Run(id, now, ct);
    }

    // A newsletter under a hold waits for its end, or for a person, and its readers are named then; one that has begun is the ledger's to hold.
    private static async Task<IReadOnlyList<(Guid Id, DateTimeOffset? Goes)>> Due(Db db, CancellationToken ct)
    {
        var waiting = await Waiting(db).Select(e => new { e.Id, e.Kind, e.State, e.ScheduledFor }).ToListAsync(ct);
        if (waiting.Count == 0) return [];
        var holds = waiting.Any(w => w.Kind == EditionKind.Newsletter) ? await db.Holds(ct) : [];
        return [.. waiting.Select(w => (w.Id, w.Kind == EditionKind.Newsletter && w.State == EditionState.Scheduled ? Hold.FreeFrom(holds, [Hold.Public], w.ScheduledFor!.Value) : w.ScheduledFor))];
    }

    private static IQueryable<Edition> Waiting(Db db) => db.Set<Edition>().Where(e => e.State == EditionState.Scheduled || e.State == EditionState.Freezing);
}

/// <summary>Marks a bulletin as sent once the ledger says that its last letter has gone, failed or been stopped.</summary>
public sealed class FinishBulletins : ISweep
{
    public string Name => "finish-bulletins";

    public async Task<DateTimeOffset?> Next(Db db, CancellationToken ct) =>
        await Finished(db).Select(f => (DateTimeOffset?)(f.Batch.DoneAt ?? f.Batch.At)).MinAsync(ct);

    public async Task Run(IServiceProvider services, DateTimeOffset now, CancellationToken ct)
    {
        var db = services.GetRequiredService<Db>();
        foreach (var (edition, batch) in (await Finished(db).ToListAsync(ct)).Select(f => (f.Edition, f.Batch)))
        {
            var left = await db.Set<Delivery>().CountAsync(d => d.Batch == batch.Id && (d.State == DeliveryState.Sent || d.State == DeliveryState.Bounced), ct);
            if (left == 0) await db.NothingLeft(edition.Id, "none of its letters left", ct);
            edition.Finish(left, batch.State == BatchState.Cancelled ? "Its letters were cancelled before any had left." : "None of its letters could be sent: its page says why, letter by letter.", batch.DoneAt ?? now);
            await db.Save(Actor.Schedule, "Finish bulletin", ct);
        }
    }

    private sealed class Ended
    {
        public required Edition Edition { get; init; }
        public required Batch Batch { get; init; }
    }

    private static IQueryable<Ended> Finished(Db db) =>
        from edition in db.Set<Edition>()
        where edition.State == EditionState.Sending
        join batch in db.Set<Batch>() on edition.Batch equals batch.Id
        where batch.State == BatchState.Done
            || batch.State == BatchState.Cancelled && !db.Set<Delivery>().Any(d => d.Batch == batch.Id && DeliveryMoves.Pending.Contains(d.State))
        // While all that is known is that nothing is known, it is neither sent nor cancelled: a person finds out.
        where !db.Set<Delivery>().Any(d => d.Batch == batch.Id && d.State == DeliveryState.Unknown)
            || db.Set<Delivery>().Any(d => d.Batch == batch.Id && (d.State == DeliveryState.Sent || d.State == DeliveryState.Bounced))
        select new Ended { Edition = edition, Batch = batch };
}
