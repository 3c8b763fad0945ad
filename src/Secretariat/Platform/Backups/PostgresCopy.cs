using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Backups;

/// <summary>PostgreSQL copies each table by COPY, all in one repeatable-read snapshot; no tool besides the program is needed.</summary>
public sealed class PostgresCopy(string connection, Db db) : IDatabaseCopy
{
    private const string History = "__EFMigrationsHistory";

    public string Engine => "postgres";

    public async Task<Snapshot> Write(ArchiveWriter archive, CancellationToken ct)
    {
        await using var source = await Open(ct);
        await using var snapshot = await source.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        var counts = new List<TableCount>();
        foreach (var table in await Tables(source, ct))
            await archive.Add(Entry(table.Name), async to => counts.Add(await CopyOut(source, table, to, ct)));
        var migrations = await Column(source, $"SELECT \"MigrationId\" FROM \"{History}\" ORDER BY 1", ct);
        var head = await Column(source, "SELECT \"Position\" || ' ' || encode(\"Chain\", 'hex') FROM audit_entry WHERE \"Position\" IS NOT NULL ORDER BY \"Position\" DESC LIMIT 1", ct);
        return new(migrations, counts, head.Count == 0 ? new(0, "") : new(long.Parse(head[0].Split(' ')[0]), head[0].Split(' ')[1]));
    }

    public async Task<bool> IsEmpty(CancellationToken ct)
    {
        await using var database = await Open(ct);
        foreach (var table in await Tables(database, ct))
            if ((await Column(database, $"SELECT '1' FROM \"{table.Name}\" LIMIT 1", ct)).Count > 0) return false;
        return true;
    }

    public async Task Restore(ArchiveReader archive, CancellationToken ct)
    {
        await using var database = await Open(ct);
        var bare = (await Tables(database, ct)).Count == 0;
        try
        {
            await db.GetService<IMigrator>().MigrateAsync(archive.Manifest.Migrations[^1], ct);
            // The types of an extension that the migration made are new to this connection.
            await database.ReloadTypesAsync(ct);
            await using var all = await database.BeginTransactionAsync(ct);
            var tables = await Tables(database, ct);
            foreach (var table in InOrder(tables, await References(database, ct))) await CopyIn(database, table, archive, ct);
            foreach (var table in tables) await Check(database, table, archive, ct);
            await all.CommitAsync(ct);
        }
        catch when (bare)
        {
            await Execute(database, "DROP SCHEMA public CASCADE; CREATE SCHEMA public", CancellationToken.None);
            throw;
        }
    }

    /// <param name="Key">As SQL. Words by their bytes: two databases may sort them each in its own way, and the hash must not tell.</param>
    private sealed record Table(string Name, IReadOnlyList<string> Columns, IReadOnlyList<string> Key, string? Identity)
    {
        public string ColumnList => string.Join(", ", Columns.Select(c => $"\"{c}\""));
    }

    private static string Entry(string table) => $"database/{table}.copy";

    private static async Task<TableCount> CopyOut(NpgsqlConnection source, Table table, Stream to, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var rows = long.Parse((await Column(source, $"SELECT COUNT(*)::text FROM \"{table.Name}\"", ct))[0], CultureInfo.InvariantCulture);
        await using var copy = await source.BeginRawBinaryCopyAsync($"COPY (SELECT {table.ColumnList} FROM \"{table.Name}\" ORDER BY {string.Join(", ", table.Key)}) TO STDOUT (FORMAT BINARY)", ct);
        var (buffer, read) = (new byte[81_920], 0);
        while ((read = await copy.ReadAsync(buffer, ct)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        return new(table.Name, rows, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static async Task CopyIn(NpgsqlConnection database, Table table, ArchiveReader archive, CancellationToken ct)
    {
        await using (var from = archive.Read(Entry(table.Name)))
        await using (var copy = await database.BeginRawBinaryCopyAsync($"COPY \"{table.Name}\" ({table.ColumnList}) FROM STDIN (FORMAT BINARY)", ct))
            await from.CopyToAsync(copy, ct);
        if (table.Identity is { } identity)
            await Execute(database, $"SELECT setval(pg_get_serial_sequence('\"{table.Name}\"', '{identity}'), COALESCE(MAX(\"{identity}\"), 0) + 1, false) FROM \"{table.Name}\"", ct);
    }

    private static async Task Check(NpgsqlConnection database, Table table, ArchiveReader archive, CancellationToken ct)
    {
        if (await CopyOut(database, table, Stream.Null, ct) != archive.Manifest.Tables.FirstOrDefault(t => t.Name == table.Name))
            throw new RuleBroken($"The restored table “{table.Name}” is not what was backed up. Nothing was restored.");
    }

    /// <summary>Tables that others refer to come first.</summary>
    private static List<Table> InOrder(List<Table> tables, ILookup<string, string> references)
    {
        var ordered = new List<Table>();
        while (ordered.Count < tables.Count)
        {
            var next = tables.Except(ordered).Where(t => references[t.Name].All(r => r == t.Name || ordered.Any(o => o.Name == r))).ToList();
            if (next.Count == 0) throw new InvalidOperationException("Tables refer to each other in a circle.");
            ordered.AddRange(next);
        }
        return ordered;
    }

    // A transaction's number means nothing in another cluster: entries get that of the restore, and the next seal takes them.
    private static async Task<List<Table>> Tables(NpgsqlConnection database, CancellationToken ct)
    {
        var columns = (await Column(database, """
            SELECT c.table_name || '/' || c.column_name || '/' || c.is_identity FROM information_schema.columns c
            JOIN information_schema.tables t USING (table_schema, table_name)
            WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.udt_name <> 'xid8' AND c.is_generated = 'NEVER' AND c.table_name <> '__EFMigrationsHistory'
            ORDER BY c.table_name, c.ordinal_position
            """, ct)).Select(c => c.Split('/')).ToList();
        var keys = (await Column(database, """
            SELECT k.table_name || '/"' || k.column_name || '"' || CASE WHEN d.data_type IN ('text', 'character varying', 'character') THEN ' COLLATE "C"' ELSE '' END
            FROM information_schema.table_constraints c
            JOIN information_schema.key_column_usage k USING (constraint_schema, constraint_name)
            JOIN information_schema.columns d ON d.table_schema = k.table_schema AND d.table_name = k.table_name AND d.column_name = k.column_name
            WHERE c.constraint_type = 'PRIMARY KEY' AND c.table_schema = 'public' ORDER BY k.table_name, k.ordinal_position
            """, ct)).Select(k => k.Split('/')).ToLookup(k => k[0], k => k[1]);
        return [.. columns.GroupBy(c => c[0]).Select(t => new Table(t.Key, [.. t.Select(c => c[1])], [.. keys[t.Key]], t.FirstOrDefault(c => c[2] == "YES")?[1]))];
    }

    private static async Task<ILookup<string, string>> References(NpgsqlConnection database, CancellationToken ct) =>
        (await Column(database, """
            SELECT a.relname || '/' || b.relname FROM pg_constraint c JOIN pg_class a ON a.oid = c.conrelid JOIN pg_class b ON b.oid = c.confrelid WHERE c.contype = 'f'
            """, ct)).Select(r => r.Split('/')).ToLookup(r => r[0], r => r[1]);

    private static async Task<List<string>> Column(NpgsqlConnection database, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, database);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<string>();
        while (await reader.ReadAsync(ct)) rows.Add(reader.GetString(0));
        return rows;
    }

    private static async Task Execute(NpgsqlConnection database, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, database);
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<NpgsqlConnection> Open(CancellationToken ct)
    {
        var database = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false, CommandTimeout = 0 }.ToString());
        await database.OpenAsync(ct);
        return database;
    }
}
