using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;

namespace Secretariat.Enquiries.Media;

/// <summary>A hold on what is public is on media offers too. It warns: what a member says for itself is the member's.</summary>
public static class MediaHold
{
    public static async Task<string?> Words(Db db, DateTimeOffset now, TimeZoneInfo zone, CancellationToken ct)
    {
        var hold = await db.Set<Hold>().AsNoTracking().Where(h => (h.Scope == Hold.Public || h.Scope == Hold.Everything) && h.LiftedAt == null && h.From <= now && (h.Until == null || h.Until > now)).OrderBy(h => h.From).FirstOrDefaultAsync(ct);
        return hold is null ? null : $"A hold is in force{(hold.Until is { } until ? $" until {until.Long(zone)}" : "")}: {hold.Reason} Offer nobody and supply nothing while it lasts. Members may speak for themselves.";
    }
}
