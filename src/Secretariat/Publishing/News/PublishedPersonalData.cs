using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Publishing.News;

/// <summary>Who approved what stands on the website. Erasing takes the name off; that it was approved, when and in which words stays.</summary>
public sealed class PublishedPersonalData(Db db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(PublishedItem)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct) => new Dictionary<string, object?>
    {
        ["news_approved"] = await db.Set<PublishedItem>().AsNoTracking().Where(p => p.Approver == person).OrderBy(p => p.ApprovedAt).Select(p => new { p.Heading, p.ApprovedAt }).ToListAsync(ct),
    };

    public async Task Erase(Guid person, CancellationToken ct)
    {
        foreach (var published in await db.Set<PublishedItem>().Where(p => p.Approver == person).ToListAsync(ct)) published.ForgetApprover();
    }
}
