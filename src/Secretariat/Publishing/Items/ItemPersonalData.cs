using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Publishing.Items;

/// <summary>Whom an item is circulated to by name. Erasing takes the name off the list; the item stays.</summary>
public sealed class ItemPersonalData(Db db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(Item)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct) => new Dictionary<string, object?>
    {
        ["items_circulated_to_you_by_name"] = await db.Set<Item>().AsNoTracking().Where(i => i.Named.Contains(person)).OrderBy(i => i.WrittenAt).Select(i => new { i.Heading, i.WrittenAt }).ToListAsync(ct),
    };

    public async Task Erase(Guid person, CancellationToken ct)
    {
        foreach (var item in await db.Set<Item>().Where(i => i.Named.Contains(person)).ToListAsync(ct)) item.Forget(person);
    }
}
