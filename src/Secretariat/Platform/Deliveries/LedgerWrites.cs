using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Deliveries;

/// <summary>The statements of a group commit: the moves of all connections, written as one.</summary>
internal static class LedgerWrites
{
    private const string RowsOnSqlite =
        "(SELECT value->>'id' AS id, value->>'a' AS a, value->>'s' AS s, value->>'y' AS y, value->>'n' AS n, value->>'t' AS t, value->>'r' AS r FROM json_each({0})) AS j";

    private const string RowsOnPostgres =
        "jsonb_to_recordset({0}::jsonb) AS j(id uuid, a int, s text, y text, n timestamptz, t timestamptz, r text)";

    // Worker and attempt fence off whoever lost the delivery; the pairs are the only moves there are.
    private static readonly string Moves =
        $"""
        "State"=j.s, "Why"=j.y, "NotBefore"=j.n, "At"=j.t, "RemoteId"=COALESCE(j.r, delivery."RemoteId"),
        "Attempts"=delivery."Attempts" + CASE WHEN j.s='Sending' THEN 1 ELSE 0 END
        FROM @rows
        WHERE delivery."Id"=j.id AND delivery."Worker"=@worker AND delivery."Attempt"=j.a
          AND (delivery."State", j.s) IN (VALUES {DeliveryMoves.OfWorkers.In()})
        RETURNING delivery."Id" AS "Value"
        """;

    public static async Task<HashSet<Guid>> Write(Db db, Guid worker, IReadOnlyCollection<Move> moves, CancellationToken ct)
    {
        var sql = $"UPDATE delivery SET {Moves}".Replace("@rows", Rows(db)).Replace("@worker", "{1}");
        return [.. await db.Database.SqlQueryRaw<Guid>(sql, Move.ToJson(db, moves), worker).ToListAsync(ct)];
    }

    /// <summary>Kept also for a worker that was fenced off: what the other side answered is true all the same.</summary>
    public static Task Attempts(Db db, Guid worker, IReadOnlyCollection<Move> finished, CancellationToken ct)
    {
        if (finished.Count == 0) return Task.CompletedTask;
        var sql = $"""
            INSERT INTO attempt ("Delivery","Number","State","Why","At","Worker")
            SELECT j.id, j.a, j.s, j.y, j.t, @worker FROM {Rows(db)} WHERE true
            ON CONFLICT ("Delivery","Number") DO UPDATE SET "State"=excluded."State", "Why"=excluded."Why", "At"=excluded."At"
            """.Replace("@worker", "{1}");
        return db.Database.ExecuteSqlRawAsync(sql, [Move.ToJson(db, finished), worker], ct);
    }

    public static Task Pace(Db db, string domain, string why, DateTimeOffset until, CancellationToken ct) =>
        db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO pace ("Domain","Until","Why","Times") VALUES ({0},{1},{2},1)
            ON CONFLICT ("Domain") DO UPDATE SET "Until"=excluded."Until", "Why"=excluded."Why", "Times"=pace."Times"+1
            """, [domain, db.IsPostgres ? until : until.UtcTicks, why], ct);

    public static Task Suppress(Db db, string addressKey, string letterClass, string why, DateTimeOffset now, CancellationToken ct) =>
        db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO suppression ("AddressKey","Class","Why","At") VALUES ({0},{1},{2},{3})
            ON CONFLICT ("AddressKey","Class") DO NOTHING
            """, [addressKey, letterClass, why, db.IsPostgres ? now.ToUniversalTime() : now.UtcTicks], ct);

    private static string Rows(Db db) => db.IsPostgres ? RowsOnPostgres : RowsOnSqlite;
}
