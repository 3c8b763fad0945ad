using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Consent;

/// <summary>Everybody who left one list and did not come back.</summary>
public sealed class Unsubscribed
{
    private readonly Dictionary<string, DateTimeOffset> _addresses = [];
    private readonly Dictionary<Guid, DateTimeOffset> _people = [];

    public static async Task<Unsubscribed> From(Db db, string list, CancellationToken ct)
    {
        var gone = new Unsubscribed();
        var rows = db.Set<Unsubscription>().AsNoTracking().Where(u => u.List == list && u.CameBackAt == null).Select(u => new { u.Person, u.AddressKey, u.At });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            gone._addresses.TryAdd(row.AddressKey, row.At);
            if (row.Person is { } person) gone._people.TryAdd(person, row.At);
        }
        return gone;
    }

    /// <summary>Why this person gets nothing of the list; null when they do.</summary>
    public string? Sentence(Guid person, string addressKey) =>
        _people.TryGetValue(person, out var at) || _addresses.TryGetValue(addressKey, out at) ? $"Left this list on {at:d MMMM yyyy}." : null;
}
