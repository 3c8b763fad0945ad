using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Publishing.Publications;

/// <summary>Who approved a publication. Erasing takes the name off; that it was approved, and when, stays.</summary>
public sealed class PublicationPersonalData(Db db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(Publication)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct) => new Dictionary<string, object?>
    {
        ["publications_approved"] = await db.Set<Publication>().AsNoTracking().Where(p => p.Approver == person).OrderBy(p => p.ApprovedAt).Select(p => new { p.Title, p.ApprovedAt }).ToListAsync(ct),
    };

    public async Task Erase(Guid person, CancellationToken ct)
    {
        foreach (var publication in await db.Set<Publication>().Where(p => p.Approver == person).ToListAsync(ct)) publication.ForgetApprover();
    }
}
