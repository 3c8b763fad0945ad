using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Duplicates;

/// <param name="Why">What they have in common, as a sentence part.</param>
public sealed record Pair(Guid One, string OneName, string OneEmail, Guid Other, string OtherName, string OtherEmail, string Why);

/// <summary>Records that look like one person: the same address, or the same name in the same organisation.</summary>
public static class Lookalikes
{
    public static async Task<IReadOnlyList<Pair>> Find(Db db, int most, CancellationToken ct)
    {
        var read = db.Set<Person>().AsNoTracking().Where(p => p.MergedInto == null && p.EmailKey != "");
        var byAddress = await (from one in read
                               from other in read
                               where other.EmailKey == one.EmailKey && other.Id.CompareTo(one.Id) > 0
                               orderby one.SortName, one.Id, other.Id
                               select new Pair(one.Id, one.Name, one.Email, other.Id, other.Name, other.Email, "the same address")).Take(most).ToListAsync(ct);
        var byName = await (from one in read
                            from other in read
                            where other.SortName == one.SortName && other.Id.CompareTo(one.Id) > 0 && other.EmailKey != one.EmailKey
                            from held in db.Set<Position>()
                            where held.Person == one.Id && db.Set<Position>().Any(p => p.Person == other.Id && p.Organisation == held.Organisation)
                            join body in db.Set<Organisation>() on held.Organisation equals body.Id
                            orderby one.SortName, one.Id, other.Id
                            select new Pair(one.Id, one.Name, one.Email, other.Id, other.Name, other.Email, "the same name at " + body.ShortName)).Take(most).ToListAsync(ct);
        return [.. byAddress.Concat(byName).DistinctBy(p => (p.One, p.Other)).Take(most)];
    }
}
