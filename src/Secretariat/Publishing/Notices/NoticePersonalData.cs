using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Publishing.Notices;

/// <summary>Who wrote a notice and who sent it. Erasing takes the names off; who got it is in the ledger.</summary>
public sealed class NoticePersonalData(Db db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(Notice)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct) => new Dictionary<string, object?>
    {
        ["notices"] = await Theirs(person).AsNoTracking().OrderBy(n => n.WrittenAt)
            .Select(n => new { n.Subject, Wrote = n.Writer == person, n.WrittenAt, Sent = n.Sender == person, n.SentAt }).ToListAsync(ct),
    };

    public async Task Erase(Guid person, CancellationToken ct)
    {
        foreach (var notice in await Theirs(person).ToListAsync(ct)) notice.Forget(person);
    }

    private IQueryable<Notice> Theirs(Guid person) => db.Set<Notice>().Where(n => n.Writer == person || n.Sender == person);
}
