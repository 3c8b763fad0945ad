using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Texts;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Bulletins;

/// <summary>Bulletins by number, subject and introduction; their items are found by themselves.</summary>
public sealed class SearchedBulletins(Sites sites) : ISearchable
{
    public string Kind => "bulletin";
    public string Heading => "Bulletins";

    public Guid? Of(Record saved) => (saved as Edition)?.Id;

    public IQueryable<Guid> All(Db db) => db.Set<Edition>().Select(e => e.Id);

    public async Task<IReadOnlyList<SearchWords>> Words(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        [.. (await db.Set<Edition>().AsNoTracking().Where(e => ids.Contains(e.Id)).Select(e => new { e.Id, e.Number, e.Subject, e.Intro, e.State, e.SentAt, e.ScheduledFor }).ToListAsync(ct))
            .Select(e => new SearchWords(e.Id, $"Bulletin {e.Number}: {e.Subject}", $"{e.State.Words()} · {PlainText.From(e.Intro)}", $"/desk/bulletins/{e.Id}", (e.SentAt ?? e.ScheduledFor)?.DateIn(sites.Current.Zone)))];
}
