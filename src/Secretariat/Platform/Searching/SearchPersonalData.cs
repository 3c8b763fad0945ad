using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Searching;

/// <summary>What the index holds of somebody is made from the records that hold it: with them it goes, and here it goes first.</summary>
public sealed class SearchPersonalData(Db db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(SearchEntry)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct) => new Dictionary<string, object?>
    {
        ["found_by"] = await db.Set<SearchEntry>().AsNoTracking().Where(e => e.Record == person).Select(e => new { e.Kind, e.Title, e.Text }).ToListAsync(ct),
    };

    public Task Erase(Guid person, CancellationToken ct) => db.Set<SearchEntry>().Where(e => e.Record == person).ExecuteDeleteAsync(ct);
}
