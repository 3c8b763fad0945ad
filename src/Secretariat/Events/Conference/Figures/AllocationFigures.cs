using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Events.Kinds;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Conference.Figures;

/// <summary>What members were offered and what they used, beside the outcome that the latest event with places counts for.</summary>
public sealed class AllocationFigures(Db db) : IFigures
{
    // Which kind has tickets is a setting of the network.
    public string Code => db.Set<EventKind>().AsNoTracking().Where(k => k.HasTickets && k.Counts != "").OrderBy(k => k.Code).Select(k => k.Counts).FirstOrDefault() ?? "";

    public async Task<IReadOnlyList<Figure>> At(DateTimeOffset now, CancellationToken ct)
    {
        var latest = await db.Set<Event>().AsNoTracking().Where(e => e.State != EventState.Cancelled && db.Set<Ticketing>().Any(t => t.Event == e.Id)).OrderByDescending(e => e.Day).Select(e => new { e.Id, e.Title }).FirstOrDefaultAsync(ct);
        if (latest is null) return [];
        var (rows, href) = ((await AllocationRow.Of(db, latest.Id, ct)).Where(r => r.OfMember).ToList(), $"/desk/events/{latest.Id}/places");
        if (rows.Count == 0) return [];
        return [new($"{rows.Sum(r => r.Offered)}", $"places offered to {rows.Count} members at {latest.Title}, at least {rows.Min(r => r.Offered)} each", href),
            new($"{rows.Sum(r => r.Named)}", $"of them have a name; {rows.Sum(r => r.GivenBack)} given back, {rows.Sum(r => r.TakenBack)} taken back", href),
            new($"{rows.Sum(r => r.CheckedIn)}", $"were used, by {rows.Count(r => r.CheckedIn > 0)} members", href)];
    }
}
