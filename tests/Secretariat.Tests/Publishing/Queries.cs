using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Secretariat.Platform.Data;

namespace Secretariat.Tests.Publishing;

/// <summary>Counts what a page asks the database.</summary>
public sealed class Queries : DbCommandInterceptor
{
    private int _asked;

    public int Asked => _asked;

    public void Reset() => _asked = 0;

    public void Count(WebApplicationBuilder builder)
    {
        builder.Services.ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(this));
        builder.Services.ConfigureDbContext<PostgresDb>(o => o.AddInterceptors(this));
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _asked);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}
