using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Consent;

/// <summary>Everybody who left one list and did not come back: by whichever of their records, and by the address of any of them.</summary>
public sealed class Unsubscribed
{
    private readonly Dictionary<string, DateTimeOffset> _addresses = [];
    private readonly Dictionary<Guid, DateTimeOffset> _people = [];

    public static async Task<Unsubscribed> From(Db db, string list, CancellationToken ct)
    {
        var gone = new Unsubscribed();
        var rows = db.Set<Unsubscription>().AsNoTracking().Where(u => u.List == list && u.CameBackAt == null);
        await foreach (var row in rows.Select(u => new { u.AddressKey, u.At }).AsAsyncEnumerable().WithCancellation(ct)) gone._addresses.TryAdd(row.AddressKey, row.At);
        // A merge moves no row: who left by a record that was merged since left as the person they are now.
        var named = rows.Join(db.Set<Person>(), u => u.Person, p => p.Id, (u, p) => new { p.Canonical, u.At });
        var merged = rows.Join(db.Set<Person>().Where(p => p.Canonical != p.Id), u => u.AddressKey, p => p.EmailKey, (u, p) => new { p.Canonical, u.At });
        await foreach (var row in named.Concat(merged).AsAsyncEnumerable().WithCancellation(ct)) gone._people.TryAdd(row.Canonical, row.At);
        return gone;
    }

    /// <summary>Why this person gets nothing of the list; null when they do.</summary>
    /// <param name="person">The record that is read.</param>
    public string? Sentence(Guid person, string addressKey) =>
        _people.TryGetValue(person, out var at) || _addresses.TryGetValue(addressKey, out at) ? $"Left this list on {at:d MMMM yyyy}." : null;
}
