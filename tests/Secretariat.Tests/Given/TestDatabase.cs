using Microsoft.EntityFrameworkCore;
using Npgsql;
using Secretariat.Platform.Data;

[assembly: AssemblyFixture(typeof(Secretariat.Tests.Given.TestDatabase.Cleanup))]

namespace Secretariat.Tests.Given;

/// <summary>An empty, migrated database for one test: a copied file on SQLite, a copied template on PostgreSQL.</summary>
public static class TestDatabase
{
    public static readonly bool Postgres = Environment.GetEnvironmentVariable("TEST_DATABASE") == "postgres";

    private static readonly Lazy<Task<string>> Template = new(() => Postgres ? PostgresTemplate() : SqliteTemplate());
    private static readonly SemaphoreSlim Copying = new(1, 1);
    private static int _count;

    /// <param name="folder">The test's own folder, where a SQLite file goes.</param>
    public static async Task<string> Create(string folder)
    {
        var template = await Template.Value;
        if (!Postgres)
        {
            var file = Path.Combine(folder, "test.db");
            File.Copy(template, file);
            return $"Data Source={file}";
        }
        var server = await PostgresServer.Instance;
        var name = $"test_{Interlocked.Increment(ref _count)}";
        await Copying.WaitAsync();
        try
        {
            await Execute(server.Connection("postgres"), $"CREATE DATABASE {name} TEMPLATE {template}");
        }
        finally
        {
            Copying.Release();
        }
        return server.Connection(name);
    }

    public static async Task Drop(string connection)
    {
        if (!Postgres) return;
        NpgsqlConnection.ClearPool(new NpgsqlConnection(connection));
        var name = new NpgsqlConnectionStringBuilder(connection).Database;
        await Execute((await PostgresServer.Instance).Connection("postgres"), $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private static async Task<string> SqliteTemplate()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("secretariat-template-").FullName, "template.db");
        var options = new DbContextOptionsBuilder<SqliteDb>();
        DatabaseSetup.Configure(options, $"Data Source={file};Pooling=false");
        await using var db = new SqliteDb(options.Options, new WriteGate(true), TimeProvider.System);
        await db.Database.MigrateAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        return file;
    }

    private static async Task<string> PostgresTemplate()
    {
        var server = await PostgresServer.Instance;
        var options = new DbContextOptionsBuilder<PostgresDb>();
        DatabaseSetup.Configure(options, server.Connection("template_secretariat") + ";Pooling=false");
        await using var db = new PostgresDb(options.Options, new WriteGate(false), TimeProvider.System);
        await db.Database.MigrateAsync();
        return "template_secretariat";
    }

    private static async Task Execute(string connection, string sql)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(sql, open);
        await command.ExecuteNonQueryAsync();
    }

    public sealed class Cleanup : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (PostgresServer.Started) await (await PostgresServer.Instance).DisposeAsync();
            else if (Template.IsValueCreated) Directory.Delete(Path.GetDirectoryName(await Template.Value)!, recursive: true);
        }
    }
}
