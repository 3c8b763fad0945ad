using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Influence.Lines;

/// <summary>Whose words may be said. Words that are nobody's any more are not said.</summary>
public sealed class LinePersonalData(Db db, TimeProvider clock) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(Line)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct) => new Dictionary<string, object?>
    {
        ["lines_in_their_name"] = await db.Set<Line>().AsNoTracking().Where(l => l.Person == person).OrderBy(l => l.At).Select(l => new { l.Theme, l.Text, l.Until, l.At, l.EndedAt }).ToListAsync(ct),
    };

    public async Task Erase(Guid person, CancellationToken ct)
    {
        foreach (var line in await db.Set<Line>().Where(l => l.Person == person).ToListAsync(ct)) line.Forget(clock.GetUtcNow());
    }
}
