using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Secretariat.Platform.Data;

public static class DatabaseSetup
{
    /// <summary>Registers <see cref="Db"/> for a connection string: <c>Host=…</c> is PostgreSQL, <c>Data Source=…</c> is SQLite.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, string connection)
    {
        var postgres = IsPostgres(connection);
        services.AddSingleton(new WriteGate(needed: !postgres));
        services.AddSingleton<CommitWatch>();
        if (postgres)
        {
            services.AddDbContextFactory<PostgresDb>((s, o) => Configure(o, connection).AddInterceptors(s.GetRequiredService<CommitWatch>()));
            services.AddScoped<Db>(s => s.GetRequiredService<IDbContextFactory<PostgresDb>>().CreateDbContext());
        }
        else
        {
            EnsureFolder(connection);
            services.AddDbContextFactory<SqliteDb>((s, o) => Configure(o, connection).AddInterceptors(s.GetRequiredService<CommitWatch>()));
            services.AddScoped<Db>(s => s.GetRequiredService<IDbContextFactory<SqliteDb>>().CreateDbContext());
        }
        BuildModelMeanwhile(connection);
        return services;
    }

    // The model costs half of a start's processor time and needs nothing of the host: another core builds it while the host is
    // made. Contexts with the same provider share it; whoever comes first waits for it, so nothing depends on this.
    private static void BuildModelMeanwhile(string connection) => _ = Task.Run(() =>
    {
        using Db first = IsPostgres(connection)
            ? new PostgresDb((DbContextOptions<PostgresDb>)Configure(new DbContextOptionsBuilder<PostgresDb>(), connection).Options, new WriteGate(false), TimeProvider.System)
            : new SqliteDb((DbContextOptions<SqliteDb>)Configure(new DbContextOptionsBuilder<SqliteDb>(), connection).Options, new WriteGate(false), TimeProvider.System);
        return first.Model.GetEntityTypes().Count();
    });

    public static bool IsPostgres(string connection) => connection.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    public static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, string connection)
    {
        if (IsPostgres(connection))
            options.UseNpgsql(connection);
        else
            options.UseSqlite(connection).AddInterceptors(new SqliteDb.Pragmas());
        return options.ConfigureWarnings(w => w.Throw(RelationalEventId.MultipleCollectionIncludeWarning));
    }

    private static void EnsureFolder(string connection)
    {
        var file = new SqliteConnectionStringBuilder(connection).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
    }
}
