using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Corrections;

/// <summary>Who proposed a correction, passed it or objected. What was done stays, without the person.</summary>
public sealed class CorrectionPersonalData(Db db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(Correction)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct) => new Dictionary<string, object?>
    {
        ["corrections_proposed"] = await db.Set<Correction>().AsNoTracking().Where(c => c.ProposedBy == person).OrderBy(c => c.ProposedAt).Select(c => new { c.Round, c.Why, c.ProposedAt }).ToListAsync(ct),
        ["corrections_passed"] = await db.Set<Correction>().AsNoTracking().Where(c => c.FirstBy == person || c.SecondBy == person).OrderBy(c => c.ProposedAt)
            .Select(c => new { c.Round, c.Why, At = c.FirstBy == person ? c.FirstAt : c.SecondAt }).ToListAsync(ct),
        ["corrections_objected_to"] = await db.Set<Correction>().AsNoTracking().Where(c => c.ObjectedBy == person).OrderBy(c => c.EndedAt)
            .Select(c => new { c.Round, Reason = c.EndedWhy, c.ObjectedAs, c.ObjectedThrough, c.ObjectedWay, c.EndedAt }).ToListAsync(ct),
    };

    public async Task Erase(Guid person, CancellationToken ct)
    {
        foreach (var correction in await db.Set<Correction>().Where(c => c.ProposedBy == person || c.FirstBy == person || c.SecondBy == person || c.ObjectedBy == person).ToListAsync(ct)) correction.Forget(person);
        foreach (var beginning in await ActsFor.Beginnings(db, person, ct))
            foreach (var correction in await db.Set<Correction>().Where(c => c.ObjectedAs!.StartsWith(beginning)).ToListAsync(ct)) correction.ForgetActedFor(beginning);
    }
}
