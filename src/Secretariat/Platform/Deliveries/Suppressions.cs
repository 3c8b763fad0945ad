using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Deliveries;

/// <summary>Who gets nothing more, or nothing of one class. It also stops letters that are queued already.</summary>
public static class Suppressions
{
    /// <param name="letterClass">One class ("bulletin"), or <see cref="Suppression.All"/>.</param>
    public static Task Stop(Db db, string addressKey, string letterClass, string why, DateTimeOffset now, CancellationToken ct) =>
        db.Write(() => LedgerWrites.Suppress(db, addressKey, letterClass, why, now, ct), ct);

    /// <returns>How many were lifted.</returns>
    public static Task<int> Allow(Db db, string addressKey, string letterClass, CancellationToken ct) => db.Write(() =>
        db.Set<Suppression>().Where(s => s.AddressKey == addressKey && s.Class == letterClass).ExecuteDeleteAsync(ct), ct);

    /// <summary>The stopped ones among some addresses, each with its reason. Account letters are always tried: without them nobody gets in to put it right.</summary>
    internal static async Task<Dictionary<string, string>> Among(Db db, IReadOnlyCollection<string> addressKeys, string letterClass, Priority priority, CancellationToken ct)
    {
        if (priority == Priority.Account) return [];
        var found = await db.Set<Suppression>().AsNoTracking()
            .Where(s => addressKeys.Contains(s.AddressKey) && (s.Class == letterClass || s.Class == Suppression.All))
            .OrderBy(s => s.Class).Select(s => new { s.AddressKey, s.Why }).ToListAsync(ct);
        return found.DistinctBy(s => s.AddressKey).ToDictionary(s => s.AddressKey, s => s.Why);
    }
}
