using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Members.People;

public static class SamePerson
{
    /// <summary>All records of one person: the one that is read now first, then those that were merged into it.</summary>
    public static async Task<IReadOnlyList<Guid>> Records(Db db, Guid person, CancellationToken ct)
    {
        var now = await db.Set<Person>().Where(p => p.Id == person).Select(p => p.MergedInto ?? p.Id).SingleOrDefaultAsync(ct);
        var merged = await db.Set<Person>().Where(p => p.MergedInto == now).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(ct);
        return now == Guid.Empty ? [] : [now, .. merged];
    }
}
