using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Duplicates;

/// <summary>Says that two records are one person, or that they are two after all. No row moves: readers ask for the canonical record.</summary>
public sealed class MergePeople(Db db, IEnumerable<IMergeGuard> guards)
{
    /// <param name="kept">The one that is read from now on.</param>
    public Task Run(Guid merged, Guid kept, Actor by, CancellationToken ct) => db.Write(async () =>
    {
        await Lock([merged, kept], ct);
        var people = await Records([merged, kept], ct);
        var (from, into) = (Find(people, merged), Find(people, kept));
        var (ours, theirs) = (people.Where(p => p.Canonical == from.Canonical).ToList(), people.Where(p => p.Canonical == into.Canonical).ToList());
        foreach (var guard in guards)
            if (await guard.Refuse(db, [.. ours.Select(p => p.Id)], [.. theirs.Select(p => p.Id)], ct) is { } no) throw new RuleBroken(no);
        from.MergeInto(into, ours);
        await db.Save(by, "Merge person", ct);
    }, ct);

    public Task Undo(Guid merged, Actor by, CancellationToken ct) => db.Write(async () =>
    {
        await Lock([merged], ct);
        var people = await Records([merged], ct);
        Find(people, merged).Unmerge(people);
        // Who signed in as one may now be the other: both sign in anew, by the machine's clock as all sign-ins.
        var records = people.ConvertAll(p => p.Id);
        foreach (var session in await db.Set<Session>().Where(s => records.Contains(s.Person) && s.EndedAt == null).ToListAsync(ct)) session.End(TimeProvider.System.GetUtcNow());
        await db.Save(by, "Undo merge", ct);
    }, ct);

    // Of two merges at once with a record in common the second reads what the first did. One merge at a time, since each also writes the records that
    // were merged before, and two in a ring would wait for each other; the rows in one order, for whoever else locks them.
    private async Task Lock(Guid[] records, CancellationToken ct)
    {
        if (db.IsPostgres) await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(7203129)", ct);
        foreach (var id in records.Distinct().Order()) await db.Set<Person>().Where(p => p.Id == id).ExecuteUpdateAsync(s => s.SetProperty(p => p.Canonical, p => p.Canonical), ct);
        db.ChangeTracker.Clear();
    }

    private Task<List<Person>> Records(Guid[] of, CancellationToken ct) =>
        db.Set<Person>().Where(p => db.Set<Person>().Any(o => of.Contains(o.Id) && o.Canonical == p.Canonical)).OrderBy(p => p.Id).ToListAsync(ct);

    private static Person Find(List<Person> people, Guid id) => people.SingleOrDefault(p => p.Id == id) ?? throw new RuleBroken("There is no such person.");
}
