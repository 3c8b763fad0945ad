using Microsoft.Data.Sqlite;
using Npgsql;
using Secretariat.Platform;
using Secretariat.Platform.Data;

namespace Secretariat.Commands;

/// <summary>Turns what a person can mend into a sentence and exit code 1; only surprises show their stack.</summary>
public static class Honestly
{
    public static async Task<int> Run(Func<Task<int>> verb, TextWriter? says = null)
    {
        try
        {
            return await verb();
        }
        catch (Exception fault) when (Sentence(fault) is { } sentence)
        {
            await (says ?? Console.Error).WriteLineAsync(sentence);
            return 1;
        }
    }

    private static string? Sentence(Exception fault) => fault switch
    {
        RuleBroken or SettingsFault => fault.Message,
        // SQLite says "error 1" of every statement it cannot prepare, so its words decide.
        SqliteException lite when lite.Message.Contains("no such table", StringComparison.Ordinal) => NotSetUp,
        PostgresException { SqlState: PostgresErrorCodes.UndefinedTable } => NotSetUp,
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } server =>
            $"The database refuses us: {server.MessageText}. Correct ConnectionStrings__Database.",
        NpgsqlException { InnerException: System.Net.Sockets.SocketException or TimeoutException } => "The database server cannot be reached. Start it, or correct ConnectionStrings__Database.",
        { InnerException: { } inner } => Sentence(inner),
        _ => null,
    };

    private const string NotSetUp = "The database is not set up yet. Run “migrate” first.";
}
