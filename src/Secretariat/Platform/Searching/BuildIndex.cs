using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Sweeps;

namespace Secretariat.Platform.Searching;

/// <summary>Makes the index anew from the records, in steps, beside whoever works: they are found meanwhile as they were.</summary>
public sealed class BuildIndex(Db db, IEnumerable<ISearchable> searchables)
{
    private const int Step = 1000;

    /// <returns>How many can be found of each kind.</returns>
    public async Task<IReadOnlyList<(string Heading, int Count)>> Run(bool all, CancellationToken ct)
    {
        var built = await db.Set<SearchBuilt>().AsNoTracking().ToDictionaryAsync(b => b.Kind, b => b.Version, ct);
        var done = new List<(string, int)>();
        foreach (var searchable in searchables.Where(s => all || built.GetValueOrDefault(s.Kind) != SearchIndex.Version(s))) done.Add((searchable.Heading, await One(searchable, ct)));
        return done;
    }

    private async Task<int> One(ISearchable searchable, CancellationToken ct)
    {
        var kind = searchable.Kind;
        // What is no longer there, first.
        var there = searchable.All(db);
        await db.Write(() => db.Set<SearchEntry>().Where(e => e.Kind == kind && !there.Contains(e.Record)).ExecuteDeleteAsync(ct), ct);
        for (List<Guid> some = [Guid.Empty]; some.Count > 0;)
        {
            var after = some[^1];
            some = await searchable.All(db).Where(id => id.CompareTo(after) > 0).OrderBy(id => id).Take(Step).ToListAsync(ct);
            if (some.Count > 0) await db.Write(() => SearchIndex.Write(db, searchable, some, ct), ct);
        }
        await db.Write(async () =>
        {
            await db.Set<SearchBuilt>().Where(b => b.Kind == kind).ExecuteDeleteAsync(ct);
            db.Add(new SearchBuilt { Kind = kind, Version = SearchIndex.Version(searchable) });
            await db.SaveUnaudited(ct);
            db.ChangeTracker.Clear();
        }, ct);
        return await db.Set<SearchEntry>().CountAsync(e => e.Kind == kind, ct);
    }
}

/// <summary>After an upgrade that finds more, or in another way, the index is made anew by itself.</summary>
public sealed class BuildIndexes(IEnumerable<ISearchable> searchables, TimeProvider clock) : ISweep
{
    public string Name => "build-search-index";

    public async Task<DateTimeOffset?> Next(Db db, CancellationToken ct)
    {
        var built = await db.Set<SearchBuilt>().AsNoTracking().ToDictionaryAsync(b => b.Kind, b => b.Version, ct);
        return searchables.All(s => built.GetValueOrDefault(s.Kind) == SearchIndex.Version(s)) ? null : clock.GetUtcNow();
    }

    public async Task Run(IServiceProvider services, DateTimeOffset now, CancellationToken ct) => await services.GetRequiredService<BuildIndex>().Run(all: false, ct);
}
