using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Decisions;

/// <summary>How somebody voted on the Board. The seat's vote stays, without the person.</summary>
public sealed class DecisionPersonalData(Db db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(DecisionHand)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct) => new Dictionary<string, object?>
    {
        ["board_votes"] = await db.Set<DecisionHand>().AsNoTracking().Where(h => h.Person == person)
            .Join(db.Set<Decision>(), h => h.Decision, d => d.Id, (h, d) => new { d.Date, d.Text, h.Seat, h.ChairOf, h.Hand }).OrderBy(h => h.Date).ToListAsync(ct),
    };

    public async Task Erase(Guid person, CancellationToken ct)
    {
        foreach (var hand in await db.Set<DecisionHand>().Where(h => h.Person == person).ToListAsync(ct)) hand.Forget();
    }
}
