using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Deliveries;

/// <summary>The holds that nobody has lifted, for whatever goes out without letters: those meet a hold when they are claimed.</summary>
public static class HoldsNow
{
    public static Task<List<Hold>> Holds(this Db db, CancellationToken ct) => db.Set<Hold>().AsNoTracking().Where(h => h.LiftedAt == null).OrderBy(h => h.From).ToListAsync(ct);

    /// <summary>The first that stops this now; null when it may go.</summary>
    /// <param name="reach">"public", "theme:skills", "member:CODE": what it is about.</param>
    public static async Task<Hold?> HoldOn(this Db db, IReadOnlyCollection<string> reach, DateTimeOffset now, CancellationToken ct) =>
        (await db.Holds(ct)).FirstOrDefault(h => h.Stops(reach, now));
}
