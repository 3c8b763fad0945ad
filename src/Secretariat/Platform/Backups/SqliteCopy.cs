using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;

namespace Secretariat.Platform.Backups;

/// <summary>SQLite copies itself by <c>VACUUM INTO</c>: one snapshot, beside writers that go on.</summary>
public sealed class SqliteCopy(string connection) : IDatabaseCopy
{
    private const string Entry = "database/secretariat.db";

    private readonly string _file = Path.GetFullPath(new SqliteConnectionStringBuilder(connection).DataSource);

    public string Engine => "sqlite";

    public async Task<Snapshot> Write(ArchiveWriter archive, CancellationToken ct)
    {
        // On the database's own disk, so that a full one is noticed here and not half-way through the archive.
        var copy = $"{_file}.{Guid.NewGuid():N}.copy";
        try
        {
            // SQLite takes an empty file for a new one, and keeps its mode.
            await PrivateFile.Create(copy).DisposeAsync();
            await using (var source = await Open(_file, SqliteOpenMode.ReadOnly, ct))
            {
                await using var vacuum = source.CreateCommand();
                vacuum.CommandText = "VACUUM INTO $to";
                vacuum.Parameters.AddWithValue("$to", copy);
                vacuum.CommandTimeout = 0;
                await vacuum.ExecuteNonQueryAsync(ct);
            }
            var snapshot = await Look(copy, ct);
            await using var content = File.OpenRead(copy);
            await archive.Add(Entry, content, ct);
            return snapshot;
        }
        finally
        {
            File.Delete(copy);
        }
    }

    public async Task<bool> IsEmpty(CancellationToken ct)
    {
        if (!File.Exists(_file)) return true;
        await using var database = await Open(_file, SqliteOpenMode.ReadOnly, ct);
        foreach (var table in await Tables(database, ct))
            if (table != "__EFMigrationsHistory" && Convert.ToInt64(await Scalar(database, $"SELECT COUNT(*) FROM \"{table}\"", ct)) > 0) return false;
        return true;
    }

    public async Task Restore(ArchiveReader archive, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        var copy = $"{_file}.{Guid.NewGuid():N}.restore";
        try
        {
            await using (var to = PrivateFile.Create(copy))
            await using (var from = archive.Read(Entry))
                await from.CopyToAsync(to, ct);
            var found = await Look(copy, ct);
            if (!found.Tables.SequenceEqual(archive.Manifest.Tables)) throw new RuleBroken("The restored tables are not those that were backed up. Nothing was restored.");
            // A kept connection would go on reading the file that is replaced.
            SqliteConnection.ClearPool(new SqliteConnection(connection));
            foreach (var old in new[] { _file + "-wal", _file + "-shm" }) File.Delete(old);
            File.Move(copy, _file, overwrite: true);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private static async Task<Snapshot> Look(string file, CancellationToken ct)
    {
        await using var database = await Open(file, SqliteOpenMode.ReadOnly, ct);
        if (await Scalar(database, "PRAGMA integrity_check", ct) is not "ok") throw new RuleBroken("The database in the archive is damaged.");
        var tables = new List<TableCount>();
        foreach (var table in await Tables(database, ct)) tables.Add(await Count(database, table, ct));
        var migrations = (await Rows(database, "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY 1", ct)).Select(r => (string)r[0]).ToList();
        var head = await Rows(database, "SELECT \"Position\", \"Chain\" FROM audit_entry WHERE \"Position\" IS NOT NULL ORDER BY \"Position\" DESC LIMIT 1", ct);
        return new(migrations, tables, head.Count == 0 ? new(0, "") : new((long)head[0][0], Convert.ToHexStringLower((byte[])head[0][1])));
    }

    private static async Task<TableCount> Count(SqliteConnection database, string table, CancellationToken ct)
    {
        var key = (await Rows(database, $"SELECT name FROM pragma_table_info('{table}') WHERE pk > 0 ORDER BY pk", ct)).Select(r => $"\"{r[0]}\"").ToList();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var command = database.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY {(key.Count == 0 ? "rowid" : string.Join(", ", key))}";
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = 0L;
        for (; await reader.ReadAsync(ct); rows++) hash.AppendData(RowBytes(reader));
        return new(table, rows, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Type, length and value of each column: no two different rows spell the same bytes.</summary>
    private static byte[] RowBytes(DbDataReader row)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        for (var i = 0; i < row.FieldCount; i++)
            switch (row.GetValue(i))
            {
                case DBNull: writer.Write((byte)0); break;
                case long whole: writer.Write((byte)1); writer.Write(whole); break;
                case double real: writer.Write((byte)2); writer.Write(real); break;
                case byte[] blob: writer.Write((byte)3); writer.Write(blob.Length); writer.Write(blob); break;
                case var text: writer.Write((byte)4); writer.Write(text.ToString()!); break;
            }
        writer.Flush();
        return bytes.ToArray();
    }

    // Not the virtual and shadow tables of a text index: they travel with the file, and are made from the others.
    private static async Task<List<string>> Tables(SqliteConnection database, CancellationToken ct) =>
        [.. (await Rows(database, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name", ct)).Select(r => (string)r[0])];

    private static async Task<object?> Scalar(SqliteConnection database, string sql, CancellationToken ct) => (await Rows(database, sql, ct)).FirstOrDefault()?[0];

    private static async Task<List<object[]>> Rows(SqliteConnection database, string sql, CancellationToken ct)
    {
        await using var command = database.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<object[]>();
        while (await reader.ReadAsync(ct))
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }

    private static async Task<SqliteConnection> Open(string file, SqliteOpenMode mode, CancellationToken ct)
    {
        var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        await database.OpenAsync(ct);
        return database;
    }
}
