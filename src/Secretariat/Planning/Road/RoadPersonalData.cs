using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Planning.Road;

/// <summary>Who recorded a step, or what government confirmed, by hand. The record stays when the name is erased.</summary>
public sealed class RoadPersonalData(Db db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(PlanStep), typeof(BesideConfirmation)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct) => new Dictionary<string, object?>
    {
        ["plan_steps_recorded"] = await db.Set<PlanStep>().AsNoTracking().Where(s => s.TakenBy == person).OrderBy(s => s.TakenOn).Select(s => new { s.Title, s.TakenOn, s.Evidence }).ToListAsync(ct),
        ["confirmations_entered"] = await db.Set<BesideConfirmation>().AsNoTracking().Where(c => c.EnteredBy == person).OrderBy(c => c.EnteredAt).Select(c => new { c.On, c.AmountPence, c.Evidence, c.EnteredAt }).ToListAsync(ct),
    };

    public async Task Erase(Guid person, CancellationToken ct)
    {
        foreach (var step in await db.Set<PlanStep>().Where(s => s.TakenBy == person).ToListAsync(ct)) step.Forget();
        foreach (var confirmation in await db.Set<BesideConfirmation>().Where(c => c.EnteredBy == person).ToListAsync(ct)) confirmation.Forget();
    }
}
