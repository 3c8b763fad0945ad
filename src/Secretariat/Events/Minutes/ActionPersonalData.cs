using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Minutes;

/// <summary>What somebody took on. That it was taken on and closed stays, without the person.</summary>
public sealed class ActionPersonalData(Db db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(EventAction)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct) => new Dictionary<string, object?>
    {
        ["event_actions"] = await db.Set<EventAction>().AsNoTracking().Where(a => a.Person == person).OrderBy(a => a.MadeAt).Select(a => new { a.What, a.Due, a.Because, a.ClosedAt, a.Outcome }).ToListAsync(ct),
    };

    public async Task Erase(Guid person, CancellationToken ct)
    {
        foreach (var action in await db.Set<EventAction>().Where(a => a.Person == person).ToListAsync(ct)) action.Forget();
    }
}
