using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Checks;

/// <summary>When somebody looked at their details, and what they corrected. With the person it goes.</summary>
public sealed class CheckPersonalData(Db db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(DetailsCheck)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct) => new Dictionary<string, object?>
    {
        ["details_checked"] = (await db.Set<DetailsCheck>().AsNoTracking().Where(c => c.Person == person).OrderBy(c => c.At).ToListAsync(ct)).Select(c => new { c.At, How = c.Way.Words(), c.Name, c.Email, c.Phone, c.Words, c.SettledAt, c.TakenOver }).ToList(),
    };

    public async Task Erase(Guid person, CancellationToken ct) => db.RemoveRange(await db.Set<DetailsCheck>().Where(c => c.Person == person).ToListAsync(ct));
}
