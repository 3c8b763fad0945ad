using System.Data;
using Microsoft.EntityFrameworkCore;

namespace Secretariat.Platform.Data;

public sealed class PostgresDb(DbContextOptions<PostgresDb> options, WriteGate gate, TimeProvider clock) : Db(options, gate, clock)
{
    public override bool IsPostgres => true;

    protected override async Task<IAsyncDisposable> BeginSnapshot(CancellationToken ct) => await Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
}
