using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Dispositions;

/// <summary>Who decided about a comment, and what became of one's own. What was decided stays when the name is erased.</summary>
public sealed class DispositionPersonalData(Db db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(Disposition)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct) => new Dictionary<string, object?>
    {
        ["comments_settled"] = await db.Set<Disposition>().AsNoTracking().Join(db.Set<Response>().Where(r => r.Person == person), d => d.Comment, r => r.Id, (d, r) => new { r.Round, r.Comment, d.Verdict, d.Reason, d.ToldAt, r.At })
            .OrderBy(d => d.At).ToListAsync(ct),
        ["comments_decided"] = await db.Set<Disposition>().AsNoTracking().Where(d => d.DecidedBy == person).OrderBy(d => d.DecidedAt).Select(d => new { d.Round, d.Verdict, d.Reason, d.DecidedAt }).ToListAsync(ct),
    };

    public async Task Erase(Guid person, CancellationToken ct)
    {
        foreach (var disposition in await db.Set<Disposition>().Where(d => d.DecidedBy == person).ToListAsync(ct)) disposition.Forget();
    }
}
