using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Members.People;

/// <summary>Several records may be one person: a merge moves no row, so whoever reads asks for all records of somebody.</summary>
public static class SamePerson
{
    /// <summary>All records of one person: the one that is read now first, then those that were merged into it.</summary>
    public static async Task<IReadOnlyList<Guid>> Records(Db db, Guid person, CancellationToken ct)
    {
        var all = await db.Set<Person>().Where(p => db.Set<Person>().Any(o => o.Id == person && o.Canonical == p.Canonical)).OrderBy(p => p.Id).Select(p => new { p.Id, p.MergedInto }).ToListAsync(ct);
        return [.. all.OrderBy(p => p.MergedInto is not null).Select(p => p.Id)];
    }

    /// <summary>All records of whoever this record is one of, as a part of a query.</summary>
    public static IQueryable<Guid> SameAs(this Db db, Guid? record) => db.Set<Person>().Where(p => db.Set<Person>().Any(o => o.Id == record && o.Canonical == p.Canonical)).Select(p => p.Id);

    /// <summary>Which record is read for each of these.</summary>
    public static Task<Dictionary<Guid, Guid>> Read(Db db, IReadOnlyCollection<Guid> people, CancellationToken ct) =>
        db.Set<Person>().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Canonical, ct);

    /// <summary>The same as a part of a query.</summary>
    /// <param name="person">The record that is read.</param>
    public static IQueryable<Guid> RecordsOf(this Db db, Guid? person) => db.Set<Person>().Where(p => p.Canonical == person).Select(p => p.Id);
}
