using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;

namespace Secretariat.Planning.ByHand;

/// <summary>Who entered evidence is personal; the evidence itself stays when the name is erased.</summary>
public sealed class HandEvidencePersonalData(Db db, FileStore files) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(HandEvidence)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct) => new Dictionary<string, object?>
    {
        ["evidence_entered"] = await db.Set<HandEvidence>().AsNoTracking().Where(e => e.EnteredBy == person).OrderBy(e => e.Date)
            .Select(e => new { e.Date, e.Title, e.EnteredAt }).ToListAsync(ct),
    };

    public async Task<IReadOnlyList<PersonalFile>> Files(Guid person, CancellationToken ct) =>
        [.. (await db.Set<HandEvidence>().AsNoTracking().Where(e => e.EnteredBy == person && e.FileHash != null).OrderBy(e => e.Date).Select(e => new { e.Id, e.FileHash, e.FileName }).ToListAsync(ct))
            .Select(e => new PersonalFile($"evidence/{e.Id:N}-{e.FileName}", _ => Task.FromResult(files.Open(e.FileHash!))))];

    public async Task Erase(Guid person, CancellationToken ct)
    {
        foreach (var evidence in await db.Set<HandEvidence>().Where(e => e.EnteredBy == person).ToListAsync(ct)) evidence.Forget();
    }
}
