using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Wishes;

/// <summary>What somebody wished for their member. The member's wish stays, without the person.</summary>
public sealed class WishPersonalData(Db db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(Wish), typeof(WishRanking)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct) => new Dictionary<string, object?>
    {
        ["workshop_wishes"] = await db.Set<Wish>().AsNoTracking().Where(w => w.Person == person).OrderBy(w => w.At).Select(w => new { w.Title, w.Why, w.At }).ToListAsync(ct),
        ["workshop_rankings"] = await db.Set<WishRanking>().AsNoTracking().Where(r => r.Person == person).OrderBy(r => r.At).Select(r => new { r.Order, r.At }).ToListAsync(ct),
    };

    public async Task Erase(Guid person, CancellationToken ct)
    {
        foreach (var wish in await db.Set<Wish>().Where(w => w.Person == person).ToListAsync(ct)) wish.Forget();
        foreach (var ranking in await db.Set<WishRanking>().Where(r => r.Person == person).ToListAsync(ct)) ranking.Forget();
    }
}
