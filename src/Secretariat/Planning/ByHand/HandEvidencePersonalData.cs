using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Planning.ByHand;

/// <summary>Who entered evidence is personal; the evidence itself stays when the name is erased.</summary>
public sealed class HandEvidencePersonalData(Db db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(HandEvidence)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct) => new Dictionary<string, object?>
    {
        ["evidence_entered"] = await db.Set<HandEvidence>().AsNoTracking().Where(e => e.EnteredBy == person).OrderBy(e => e.Date)
            .Select(e => new { e.Date, e.Title, e.EnteredAt }).ToListAsync(ct),
    };

    public async Task Erase(Guid person, CancellationToken ct)
    {
        foreach (var evidence in await db.Set<HandEvidence>().Where(e => e.EnteredBy == person).ToListAsync(ct)) evidence.Forget();
    }
}
