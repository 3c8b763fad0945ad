using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Influence.Lines;

/// <summary>What a member, or one of its people, said that may be said.</summary>
public sealed class LinesTimeline : ITimeline
{
    public Task<IReadOnlyList<TimelineLine>> OfPerson(Db db, IReadOnlyCollection<Guid> records, TimelineSpan span, CancellationToken ct) => Read(db.Set<Line>().Where(l => l.Person != null && records.Contains(l.Person.Value)), span, ct);

    public Task<IReadOnlyList<TimelineLine>> OfOrganisation(Db db, Guid organisation, TimelineSpan span, CancellationToken ct) => Read(db.Set<Line>().Where(l => l.Member == organisation), span, ct);

    private static async Task<IReadOnlyList<TimelineLine>> Read(IQueryable<Line> lines, TimelineSpan span, CancellationToken ct) =>
        [.. (await lines.AsNoTracking().Where(l => l.At < span.Before).OrderByDescending(l => l.At).Take(span.Most).ToListAsync(ct))
            .Select(l => new TimelineLine(l.At, $"{l.Who} gave a line on {l.Theme.Replace('-', ' ')}", l.Until is { } until ? $"until {until.Plain()}" : "", "/desk/lines", TimelineRoom.My))];
}
