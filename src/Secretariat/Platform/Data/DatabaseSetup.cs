using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Secretariat.Platform.Searching;

namespace Secretariat.Platform.Data;

public static class DatabaseSetup
{
    /// <summary>Registers <see cref="Db"/> for a connection string: <c>Host=…</c> is PostgreSQL, <c>Data Source=…</c> is SQLite.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, string connection)
    {
        var postgres = IsPostgres(connection);
        services.AddSingleton(new WriteGate(needed: !postgres));
        services.AddSingleton<CommitWatch>();
        if (!postgres) EnsureFolder(connection);
        // Not AddDbContextFactory: it gives each host a model of its own, and building one takes half of a start's processor time.
        if (postgres)
            services.AddSingleton(s => Watched<PostgresDb>(s, connection)).AddScoped<Db, PostgresDb>();
        else
            services.AddSingleton(s => Watched<SqliteDb>(s, connection)).AddScoped<Db, SqliteDb>();
        BuildModelMeanwhile(connection);
        return services;
    }

    private static DbContextOptions<T> Watched<T>(IServiceProvider services, string connection) where T : Db =>
        (DbContextOptions<T>)Configure(new DbContextOptionsBuilder<T>(), connection).UseApplicationServiceProvider(services).AddInterceptors(services.GetRequiredService<CommitWatch>(), services.GetRequiredService<SearchWatch>()).Options;

    // It needs nothing of the host, so another core builds the model while the host is made. Whoever asks for it first waits for it.
    private static void BuildModelMeanwhile(string connection) => _ = Task.Run(() =>
    {
        using Db first = IsPostgres(connection)
            ? new PostgresDb(Bare<PostgresDb>(connection), new WriteGate(false), TimeProvider.System)
            : new SqliteDb(Bare<SqliteDb>(connection), new WriteGate(false), TimeProvider.System);
        return first.Model.GetEntityTypes().Count();
    });

    private static DbContextOptions<T> Bare<T>(string connection) where T : Db => (DbContextOptions<T>)Configure(new DbContextOptionsBuilder<T>(), connection).Options;

    public static bool IsPostgres(string connection) => connection.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    public static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, string connection)
    {
        if (IsPostgres(connection))
            options.UseNpgsql(connection);
        else
            options.UseSqlite(connection).AddInterceptors(new SqliteDb.Pragmas());
        // Called by every migration of a database, after its last step.
        options.UseAsyncSeeding((context, _, ct) => SearchTables.Make(context, ct));
        return options.ConfigureWarnings(w => w.Throw(RelationalEventId.MultipleCollectionIncludeWarning));
    }

    private static void EnsureFolder(string connection)
    {
        var file = new SqliteConnectionStringBuilder(connection).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
    }
}
