using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Deliveries;

/// <summary>The statements of a group commit: the moves of all connections, written as one.</summary>
internal static class LedgerWrites
{
    private const string RowsOnSqlite =
        """
        (SELECT value->>'id' AS id, value->>'w' AS w, value->>'a' AS a, value->>'s' AS s, value->>'y' AS y, value->>'n' AS n, value->>'t' AS t, value->>'r' AS r
         FROM json_each({0})) AS j
        """;

    private const string RowsOnPostgres =
        "jsonb_to_recordset({0}::jsonb) AS j(id uuid, w uuid, a int, s text, y text, n timestamptz, t timestamptz, r text)";

    // Worker and attempt fence off whoever lost the delivery; the pairs are the only moves there are. The same move twice is
    // taken as written: a commit whose answer was lost is tried again.
    private static readonly string Moves =
        $"""
        UPDATE delivery SET "State"=j.s, "Why"=j.y, "NotBefore"=j.n, "At"=j.t, "RemoteId"=COALESCE(j.r, delivery."RemoteId"),
          "Attempts"=delivery."Attempts" + CASE WHEN j.s='Sending' AND delivery."State"='Claimed' THEN 1 ELSE 0 END
        FROM @rows
        WHERE delivery."Id"=j.id AND delivery."Worker"=j.w AND delivery."Attempt"=j.a
          AND (delivery."State"=j.s OR (delivery."State", j.s) IN (VALUES {DeliveryMoves.OfWorkers.In()}))
        RETURNING delivery."Id" AS "Value"
        """;

    private const string Tries =
        """
        INSERT INTO attempt ("Delivery","Number","State","Why","At","Worker") SELECT j.id, j.a, j.s, j.y, j.t, j.w FROM @rows WHERE true
        ON CONFLICT ("Delivery","Number") DO UPDATE SET "State"=excluded."State", "Why"=excluded."Why", "At"=excluded."At"
        """;

    public static async Task<HashSet<Guid>> Write(Db db, IReadOnlyCollection<Move> moves, CancellationToken ct) =>
        [.. await db.Database.SqlQueryRaw<Guid>(Moves.Replace("@rows", Rows(db)), Move.ToJson(db, moves)).ToListAsync(ct)];

    /// <summary>Kept also for a worker that was fenced off: what the other side answered is true all the same.</summary>
    public static Task Attempts(Db db, IReadOnlyCollection<Move> finished, CancellationToken ct) =>
        finished.Count == 0 ? Task.CompletedTask : db.Database.ExecuteSqlRawAsync(Tries.Replace("@rows", Rows(db)), [Move.ToJson(db, finished)], ct);

    public static Task Pace(Db db, string domain, string why, DateTimeOffset until, CancellationToken ct) =>
        db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO pace ("Domain","Until","Why","Times") VALUES ({0},{1},{2},1)
            ON CONFLICT ("Domain") DO UPDATE SET "Until"=excluded."Until", "Why"=excluded."Why", "Times"=pace."Times"+1
            """, [domain, SqlText.Parameter(db, until), why], ct);

    public static Task Suppress(Db db, string addressKey, string letterClass, string why, DateTimeOffset now, CancellationToken ct) =>
        db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO suppression ("AddressKey","Class","Why","At") VALUES ({0},{1},{2},{3}) ON CONFLICT ("AddressKey","Class") DO NOTHING
            """, [addressKey, letterClass, why, SqlText.Parameter(db, now)], ct);

    private static string Rows(Db db) => db.IsPostgres ? RowsOnPostgres : RowsOnSqlite;
}
