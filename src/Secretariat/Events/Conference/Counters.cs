using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Conference;

/// <summary>
/// The only hands on the counters of places. Each is one update of one row that says in its own condition whether it may: the database puts
/// them in a row, whoever presses at the same moment, and a check in the table stands behind it.
/// </summary>
internal static class Counters
{
    private const int MostAtOnce = 1_000_000;

    /// <summary>Held until the end of the transaction. Every verb about places comes by here first, so that none waits for another crosswise.</summary>
    public static async Task<Ticketing> Lock(Db db, Guid at, CancellationToken ct)
    {
        await Of(db, at).ExecuteUpdateAsync(s => s.SetProperty(t => t.Version, t => t.Version + 1), ct);
        return await Of(db, at).AsNoTracking().SingleOrDefaultAsync(ct) ?? throw new RuleBroken("No places are offered for this event yet.");
    }

    /// <summary>For members and sponsors, or for the share: false when so many are not free.</summary>
    public static async Task<bool> Take(Db db, Guid at, int places, CancellationToken ct) =>
        // More than there could be would overflow in the database's own sum.
        places <= MostAtOnce && await Of(db, at).Where(t => t.Taken + places <= t.Places).ExecuteUpdateAsync(s => s.SetProperty(t => t.Taken, t => t.Taken + places).SetProperty(t => t.Version, t => t.Version + 1), ct) == 1;

    /// <summary>The share grows by places that are free, or shrinks by such as nobody has asked for.</summary>
    public static async Task<bool> Share(Db db, Guid at, int share, CancellationToken ct) =>
        share is >= 0 and <= MostAtOnce && await Of(db, at).Where(t => t.Taken - t.Share + share <= t.Places && share >= t.ShareUsed)
            .ExecuteUpdateAsync(s => s.SetProperty(t => t.Taken, t => t.Taken - t.Share + share).SetProperty(t => t.Share, share).SetProperty(t => t.Version, t => t.Version + 1), ct) == 1;

    /// <summary>One of the share: false when there is none left.</summary>
    public static async Task<bool> Use(Db db, Guid at, CancellationToken ct) =>
        await Of(db, at).Where(t => t.ShareUsed < t.Share).ExecuteUpdateAsync(s => s.SetProperty(t => t.ShareUsed, t => t.ShareUsed + 1).SetProperty(t => t.Version, t => t.Version + 1), ct) == 1;

    /// <summary>One of the share comes back to it.</summary>
    public static Task Unuse(Db db, Guid at, CancellationToken ct) =>
        Of(db, at).Where(t => t.ShareUsed > 0).ExecuteUpdateAsync(s => s.SetProperty(t => t.ShareUsed, t => t.ShareUsed - 1).SetProperty(t => t.Version, t => t.Version + 1), ct);

    /// <summary>What a member gave back is for whoever asks: it stays taken, and the share is larger.</summary>
    public static Task ToShare(Db db, Guid at, int places, CancellationToken ct) =>
        Of(db, at).ExecuteUpdateAsync(s => s.SetProperty(t => t.Share, t => t.Share + places).SetProperty(t => t.Version, t => t.Version + 1), ct);

    /// <summary>The event has more or fewer places now: false when more are taken.</summary>
    public static async Task<bool> Resize(Db db, Guid at, int places, CancellationToken ct) =>
        await Of(db, at).Where(t => t.Taken <= places).ExecuteUpdateAsync(s => s.SetProperty(t => t.Places, places).SetProperty(t => t.Version, t => t.Version + 1), ct) == 1;

    /// <summary>The next number of the waiting list.</summary>
    public static async Task<int> NextNumber(Db db, Guid at, CancellationToken ct)
    {
        await Of(db, at).ExecuteUpdateAsync(s => s.SetProperty(t => t.Waits, t => t.Waits + 1).SetProperty(t => t.Version, t => t.Version + 1), ct);
        return await Of(db, at).Select(t => t.Waits).SingleAsync(ct);
    }

    private static IQueryable<Ticketing> Of(Db db, Guid at) => db.Set<Ticketing>().Where(t => t.Event == at);
}
