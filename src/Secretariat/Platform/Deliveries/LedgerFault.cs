using Microsoft.Data.Sqlite;
using Npgsql;

namespace Secretariat.Platform.Deliveries;

/// <summary>Puts a database's refusal into a sentence. Sending waits for it to pass: nothing goes out that cannot be written down.</summary>
internal static class LedgerFault
{
    private const int SqliteBusy = 5, SqliteLocked = 6, SqliteInputOutput = 10, SqliteFull = 13, SqliteCannotOpen = 14;

    public static string Sentence(Exception fault) => Cause(fault) switch
    {
        SqliteException { SqliteErrorCode: SqliteFull } or PostgresException { SqlState: PostgresErrorCodes.DiskFull } =>
            "The disk is full, so no letter can be written down and none is sent. Make room; sending goes on by itself and nothing is lost.",
        SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked } =>
            "Another program holds the database, so no letter can be written down and none is sent. Sending goes on by itself when it lets go; nothing is lost.",
        NpgsqlException => "The database cannot be reached, so no letter can be written down and none is sent. Sending goes on by itself when it is back; nothing is lost.",
        var other => $"The database refused to write ({other.Message}), so no letter is sent. Sending tries again by itself; nothing is lost.",
    };

    /// <summary>A matter of the moment rather than of what is written.</summary>
    public static bool Passes(Exception fault) => Cause(fault) switch
    {
        SqliteException lite => lite.SqliteErrorCode is SqliteBusy or SqliteLocked or SqliteFull or SqliteInputOutput or SqliteCannotOpen,
        PostgresException server => server.IsTransient || server.SqlState.StartsWith("53", StringComparison.Ordinal) || server.SqlState.StartsWith("57", StringComparison.Ordinal),
        NpgsqlException => true,
        _ => false,
    };

    private static Exception Cause(Exception fault)
    {
        while (fault is not (SqliteException or NpgsqlException) && fault.InnerException is { } inner) fault = inner;
        return fault;
    }
}
