using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Influence.Lines;

/// <summary>Lines that end soon: whoever answers the press tomorrow wants to know what holds then.</summary>
public sealed class LinesToday(Db db) : IToday
{
    private const int Ahead = 5, Most = 5;

    public async Task<IReadOnlyList<TodayTask>> For(DateOnly today, CancellationToken ct)
    {
        var until = today.AddDays(Ahead);
        return [.. (await db.Set<Line>().AsNoTracking().Where(l => l.EndedAt == null && l.Until >= today && l.Until <= until).OrderBy(l => l.Until).ThenBy(l => l.Id).Take(Most).Select(l => new { l.Kind, l.Who, l.Theme, l.Until }).ToListAsync(ct))
            .Select(l => new TodayTask("Look at", $"A line on {l.Theme.Replace('-', ' ')} ends: {(l.Kind == LineKind.Member ? l.Who : l.Kind.Words())}", "/desk/lines", l.Until))];
    }
}
