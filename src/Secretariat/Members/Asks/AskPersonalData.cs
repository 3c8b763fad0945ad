using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Asks;

/// <summary>What was asked of somebody, and when.</summary>
public sealed class AskPersonalData(Db db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(AskLetter)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct) => new Dictionary<string, object?>
    {
        ["asked_of_you"] = (await db.Set<AskLetter>().AsNoTracking().Where(l => l.Person == person).OrderBy(l => l.At).ToListAsync(ct))
            .Select(l => new { l.At, l.Way, Asked = l.Lines.Select(a => a.What).ToList() }).ToList(),
    };

    public async Task Erase(Guid person, CancellationToken ct)
    {
        foreach (var letter in await db.Set<AskLetter>().Where(l => l.Person == person).ToListAsync(ct)) letter.Forget();
    }
}
