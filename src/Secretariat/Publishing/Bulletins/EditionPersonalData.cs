using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Publishing.Bulletins;

/// <summary>Who approved a bulletin. Erasing takes the name off; that it was approved, when and in which words stays.</summary>
public sealed class EditionPersonalData(Db db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(Edition)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct) => new Dictionary<string, object?>
    {
        ["bulletins_approved"] = await db.Set<Edition>().AsNoTracking().Where(e => e.Approver == person).OrderBy(e => e.Year).ThenBy(e => e.Number)
            .Select(e => new { e.Year, e.Number, e.Subject, e.ApprovedAt }).ToListAsync(ct),
    };

    public async Task Erase(Guid person, CancellationToken ct)
    {
        foreach (var edition in await db.Set<Edition>().Where(e => e.Approver == person).ToListAsync(ct)) edition.ForgetApprover();
    }
}
