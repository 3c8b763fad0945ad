using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Deliveries;

/// <param name="First">The most urgent priority this lane takes.</param>
/// <param name="Last">The least urgent one.</param>
internal sealed record LaneOf(string Transport, Priority First, Priority Last);

/// <param name="More">There was something to take, although all of it may have turned out to be stopped: look again at once.</param>
internal sealed record Claimed(IReadOnlyList<Delivery> Letters, bool More)
{
    public static readonly Claimed Nothing = new([], false);
}

/// <summary>
/// Takes deliveries for one worker. Pause, cancel, hold, schedule and pace are conditions here, so they act at once on
/// whatever is queued, and no other part of the engine has to know them.
/// </summary>
internal static class Claims
{
    private const int BatchesAtOnce = 60;

    // Asked of the batches too: otherwise twenty of them that wait for one slow domain are all that is ever looked at.
    private const string InTime = """NOT EXISTS (SELECT 1 FROM pace p WHERE p."Domain"=d."Domain" AND p."Until">@machine)""";

    private static readonly string Batches =
        $$"""
        SELECT b.* FROM batch b
        WHERE b."State"='Open' AND b."Transport"={0} AND b."Priority" BETWEEN {1} AND {2} AND b."NotBefore"<={3}
          AND NOT EXISTS (SELECT 1 FROM hold h WHERE h."LiftedAt" IS NULL AND h."From"<={3} AND (h."Until" IS NULL OR h."Until">{3})
            AND (@has(b."Reach", '|' || h."Scope" || '|') > 0 OR (h."Scope"='{{Hold.Everything}}' AND b."Priority"={{(int)Priority.Outward}})))
          AND EXISTS (SELECT 1 FROM delivery d WHERE d."Batch"=b."Id" AND d."State" IN ({{DeliveryMoves.Claimable.In()}}) AND (d."NotBefore" IS NULL OR d."NotBefore"<={4}) AND {{InTime.Replace("@machine", "{4}")}})
        ORDER BY b."Priority", b."NotBefore", b."Id" LIMIT {5} @locked
        """;

    private static readonly string Take =
        $$"""
        UPDATE delivery SET "State"='Claimed', "Worker"={0}, "Attempt"="Attempt"+1, "At"={1}, "Why"='' WHERE "Id" IN (
          SELECT d."Id" FROM delivery d
          WHERE d."Batch" @of AND d."State" IN ({{DeliveryMoves.Claimable.In()}}) AND (d."NotBefore" IS NULL OR d."NotBefore"<={3})
            AND {{InTime.Replace("@machine", "{3}")}}
          ORDER BY d."Id" LIMIT {4} @locked)
        RETURNING *
        """;

    /// <param name="now">The network's time, for schedules and holds.</param>
    /// <param name="machine">The machine's time, for retries and pace.</param>
    public static Task<Claimed> Run(Db db, Guid worker, LaneOf lane, int count, DateTimeOffset now, DateTimeOffset machine, CancellationToken ct) => db.Write(async () =>
    {
        var (claimed, more) = (new List<Delivery>(count), false);
        // The share lock makes "pause" wait for this claim, and so find and free what it took.
        var batches = await db.Set<Batch>().FromSqlRaw(Batches.Replace("@has", db.IsPostgres ? "strpos" : "instr").Replace("@locked", db.IsPostgres ? "FOR SHARE OF b" : ""),
            lane.Transport, (int)lane.First, (int)lane.Last, SqlText.Parameter(db, now), SqlText.Parameter(db, machine), BatchesAtOnce).AsNoTracking().ToListAsync(ct);
        foreach (var together in Together(batches).TakeWhile(_ => claimed.Count < count))
        {
            // A large batch is walked in the order of its index; batches of one letter each are taken many at a time.
            var (of, whose) = together.Count == 1 ? ("={2}", (object)together[0].Id)
                : db.IsPostgres ? ("= ANY({2})", together.Select(b => b.Id).ToArray())
                : ("IN (SELECT value FROM json_each({2}))", JsonSerializer.Serialize(together.Select(b => SqlText.Id(db, b.Id))));
            var taken = await db.Set<Delivery>().FromSqlRaw(Take.Replace("@of", of).Replace("@locked", db.IsPostgres ? "FOR UPDATE SKIP LOCKED" : ""),
                worker, SqlText.Parameter(db, now), whose, SqlText.Parameter(db, machine), count - claimed.Count).AsNoTracking().ToListAsync(ct);
            more |= taken.Count > 0;
            claimed.AddRange((await WithoutStopped(db, together[0], taken, now, ct)).OrderBy(d => d.Id));
        }
        return new Claimed(claimed, more);
    }, ct);

    /// <summary>Neighbours that are one letter each (nothing froze them), of one class and priority, are taken as one.</summary>
    private static IEnumerable<List<Batch>> Together(List<Batch> batches)
    {
        List<Batch> run = [];
        foreach (var batch in batches)
        {
            if (run is [var first, ..] && (batch.FrozenBy is not null || first.FrozenBy is not null || batch.Class != first.Class || batch.Priority != first.Priority))
            {
                yield return run;
                run = [];
            }
            run.Add(batch);
        }
        if (run.Count > 0) yield return run;
    }

    private static async Task<IEnumerable<Delivery>> WithoutStopped(Db db, Batch batch, List<Delivery> taken, DateTimeOffset now, CancellationToken ct)
    {
        var stopped = await Suppressions.Among(db, [.. taken.Select(d => d.AddressKey)], batch.Class, batch.Priority, ct);
        foreach (var delivery in taken.Where(d => stopped.ContainsKey(d.AddressKey)))
        {
            var why = stopped[delivery.AddressKey];
            await db.Set<Delivery>().Where(d => d.Id == delivery.Id).ExecuteUpdateAsync(s => s
                .SetProperty(d => d.State, DeliveryState.Suppressed).SetProperty(d => d.Why, why).SetProperty(d => d.At, now), ct);
        }
        return taken.Where(d => !stopped.ContainsKey(d.AddressKey));
    }

    /// <summary>Closes batches in which nothing is left to do. An unknown letter waits for a person, not for the batch.</summary>
    public static async Task CloseDone(Db db, DateTimeOffset now, CancellationToken ct)
    {
        var done = await db.Set<Batch>().Where(b => b.State == BatchState.Open).Where(NothingLeft(db)).OrderBy(b => b.Id).Select(b => b.Id).Take(500).ToListAsync(ct);
        foreach (var chunk in done.Chunk(100)) await db.Write(async () =>
        {
            // Two statements: on PostgreSQL the first waits for whoever is sending one again, and the second then sees it.
            await db.Set<Batch>().Where(b => chunk.Contains(b.Id) && b.State == BatchState.Open).ExecuteUpdateAsync(s => s.SetProperty(b => b.State, BatchState.Open), ct);
            await db.Set<Batch>().Where(b => chunk.Contains(b.Id) && b.State == BatchState.Open).Where(NothingLeft(db))
                .ExecuteUpdateAsync(s => s.SetProperty(b => b.State, BatchState.Done).SetProperty(b => b.DoneAt, now), ct);
        }, ct);
    }

    private static System.Linq.Expressions.Expression<Func<Batch, bool>> NothingLeft(Db db) =>
        b => !db.Set<Delivery>().Any(d => d.Batch == b.Id && DeliveryMoves.Pending.Contains(d.State));
}
