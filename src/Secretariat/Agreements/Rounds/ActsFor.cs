using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds;

/// <summary>
/// The capacity of a PA, which names the person acted for: "PA, for Greta Sandpiper, Chair". It is kept in words, as it was on the
/// day, and so it is in words that a name is erased from it.
/// </summary>
public static class ActsFor
{
    private const string Beginning = "PA, for ";

    public static string Words(string name, string position) => $"{Beginning}{name}, {position}";

    /// <summary>How a capacity begins in which somebody was acted for, under each name by which they stand here.</summary>
    public static async Task<IReadOnlyList<string>> Beginnings(Db db, Guid person, CancellationToken ct)
    {
        // Columns and no records: these are read as they are stored, also when another part has erased the person already.
        var names = await db.Set<Person>().Where(p => p.Id == person).Select(p => p.Name).ToListAsync(ct);
        names.AddRange(await db.Set<ElectorPerson>().Where(p => p.Person == person).Select(p => p.Name).ToListAsync(ct));
        names.AddRange(await db.Set<Response>().Where(r => r.Person == person).Select(r => r.Name).ToListAsync(ct));
        return [.. names.Distinct().Where(n => n != Response.Former).Select(n => $"{Beginning}{n}, ")];
    }

    /// <summary>The same, when nobody knows any more who it was.</summary>
    internal static string Unnamed(string capacity, string beginning) =>
        capacity.StartsWith(beginning, StringComparison.Ordinal) ? Words(Response.Former, capacity[beginning.Length..]) : capacity;
}
