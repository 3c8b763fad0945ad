using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Secretariat.Platform.Data;

public sealed class SqliteDb(DbContextOptions<SqliteDb> options, WriteGate gate, TimeProvider clock) : Db(options, gate, clock)
{
    public override bool IsPostgres => false;

    // Deferred: EF's own begins as a writer, and would stand in the writers' way without having passed their gate.
    protected override async Task<IAsyncDisposable> BeginSnapshot(CancellationToken ct)
    {
        await Database.OpenConnectionAsync(ct);
        await Database.ExecuteSqlRawAsync("BEGIN DEFERRED", ct);
        return new Snapshot(this);
    }

    private sealed class Snapshot(SqliteDb db) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await db.Database.ExecuteSqlRawAsync("ROLLBACK");
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>WAL lets readers go on beside the one writer; FULL makes a commit survive a power cut.</summary>
    internal sealed class Pragmas : DbConnectionInterceptor
    {
        private const string Sql = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;";

        // The driver goes on trying for 30 seconds unless told otherwise: longer than a person waits for an answer.
        private const int DriversPatience = 30, Patience = 10;

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            BePatient(connection);
            using var command = connection.CreateCommand();
            command.CommandText = Sql;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            BePatient(connection);
            await using var command = connection.CreateCommand();
            command.CommandText = Sql;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        private static void BePatient(DbConnection connection)
        {
            if (connection is SqliteConnection { DefaultTimeout: DriversPatience } sqlite) sqlite.DefaultTimeout = Patience;
        }
    }
}
