using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Checks;

/// <summary>When somebody looked at their details, and what came of a correction.</summary>
public sealed class ChecksTimeline : ITimeline
{
    public async Task<IReadOnlyList<TimelineLine>> OfPerson(Db db, IReadOnlyCollection<Guid> records, TimelineSpan span, CancellationToken ct)
    {
        var checks = await db.Set<DetailsCheck>().AsNoTracking().Where(c => records.Contains(c.Person) && c.At < span.Before).OrderByDescending(c => c.At).Take(span.Most).ToListAsync(ct);
        return [.. checks.Select(c => new TimelineLine(c.At, c.IsCorrection ? "Corrected their details" : "Found their details right", c.Way.Words(), Href(c), TimelineRoom.My)),
            .. checks.Where(c => c.IsCorrection && c.SettledAt < span.Before).Select(c => new TimelineLine(c.SettledAt!.Value, c.TakenOver ? "Their correction was taken over" : "Their correction was set aside", $"by {c.SettledBy}", Href(c), TimelineRoom.Desk))];
    }

    private static string? Href(DetailsCheck check) => check.IsCorrection ? $"/desk/people/checks/{check.Id}" : null;
}
