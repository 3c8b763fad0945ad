using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Secretariat.Platform.Contracts;

namespace Secretariat.Platform.Data;

/// <summary>
/// Tells what is kept in memory that its rows changed: after the commit, because a reader between the save and the commit
/// would fetch the old rows again and keep them.
/// </summary>
public sealed class CommitWatch(IEnumerable<IWatchCommits> watchers) : ISaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly ConditionalWeakTable<DbContext, HashSet<Type>> _changed = [];

    public ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData saving, InterceptionResult<int> result, CancellationToken ct = default)
    {
        if (saving.Context is { } db)
            _changed.GetOrCreateValue(db).UnionWith(db.ChangeTracker.Entries()
                .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).Select(e => e.Metadata.ClrType));
        return ValueTask.FromResult(result);
    }

    public async Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData committed, CancellationToken ct = default)
    {
        if (committed.Context is not { } db || !_changed.TryGetValue(db, out var kinds) || kinds.Count == 0) return;
        _changed.Remove(db);
        foreach (var watcher in watchers) await watcher.Committed(kinds, ct);
    }

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData rolledBack, CancellationToken ct = default)
    {
        if (rolledBack.Context is { } db) _changed.Remove(db);
        return Task.CompletedTask;
    }
}
