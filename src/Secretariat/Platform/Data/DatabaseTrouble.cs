using Microsoft.Data.Sqlite;
using Npgsql;

namespace Secretariat.Platform.Data;

/// <summary>Tells a database that cannot just now from a fault of ours, and says it in a sentence. What was begun was rolled back.</summary>
public static class DatabaseTrouble
{
    private const int SqliteBusy = 5, SqliteLocked = 6, SqliteReadOnly = 8, SqliteInputOutput = 10, SqliteFull = 13, SqliteCannotOpen = 14;
    private const int NoSpaceLeft = 28;

    /// <returns>Null when it is something else.</returns>
    public static string? Sentence(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
            if (Here(fault) is { } sentence) return sentence;
        return null;
    }

    private static string? Here(Exception fault) => fault switch
    {
        SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked } => "Another program holds the database just now. Nothing was saved; try again in a minute.",
        SqliteException { SqliteErrorCode: SqliteFull } or PostgresException { SqlState: PostgresErrorCodes.DiskFull } or IOException { HResult: NoSpaceLeft } =>
            "The server’s disk is full. Nothing was saved; ask whoever looks after the server to make room, then try again.",
        SqliteException { SqliteErrorCode: SqliteReadOnly or SqliteInputOutput or SqliteCannotOpen } => "The database cannot be written to. Nothing was saved; tell whoever looks after the server.",
        PostgresException { IsTransient: false, SqlState: not (PostgresErrorCodes.ObjectNotInPrerequisiteState or PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.AdminShutdown) } => null,
        NpgsqlException => "The database cannot be reached just now. Nothing was saved; try again in a minute.",
        _ => null,
    };
}
