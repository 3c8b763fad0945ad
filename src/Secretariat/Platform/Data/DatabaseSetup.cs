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
        return services;
    }

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
