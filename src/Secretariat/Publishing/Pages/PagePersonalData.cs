using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Publishing.Pages;

/// <summary>Who published which version of a page. Erasing takes the name off; the version stays.</summary>
public sealed class PagePersonalData(Db db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(PageVersion)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct) => new Dictionary<string, object?>
    {
        ["pages_published"] = await db.Set<PageVersion>().AsNoTracking().Where(v => v.Publisher == person).OrderBy(v => v.PublishedAt).Select(v => new { v.Title, v.Number, v.PublishedAt }).ToListAsync(ct),
    };

    public async Task Erase(Guid person, CancellationToken ct)
    {
        foreach (var version in await db.Set<PageVersion>().Where(v => v.Publisher == person).ToListAsync(ct)) version.ForgetPublisher();
    }
}
