using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Searching;

/// <summary>Keeps the index with every save, in its transaction, so that no verb can forget it.</summary>
public sealed class SearchWatch(IEnumerable<ISearchable> searchables) : ISaveChangesInterceptor
{
    private readonly ConditionalWeakTable<DbContext, List<Record>> _saving = [];

    public ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData saving, InterceptionResult<int> result, CancellationToken ct = default)
    {
        if (saving.Context is not { } db) return ValueTask.FromResult(result);
        _saving.AddOrUpdate(db, [.. db.ChangeTracker.Entries<Record>().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).Select(e => e.Entity)]);
        return ValueTask.FromResult(result);
    }

    public async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData saved, int result, CancellationToken ct = default)
    {
        if (saved.Context is not Db db || !_saving.TryGetValue(db, out var records)) return result;
        _saving.Remove(db);
        foreach (var searchable in searchables)
        {
            var ids = records.Select(searchable.Of).OfType<Guid>().ToHashSet();
            foreach (var beside in records.Select(r => searchable.Beside(db, r)).OfType<IQueryable<Guid>>()) ids.UnionWith(await beside.ToListAsync(ct));
            if (ids.Count > 0) await SearchIndex.Write(db, searchable, ids, ct);
        }
        return result;
    }
}
