using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Texts;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Bulletins;

/// <summary>Bulletins and newsletters by number, subject and introduction; their items are found by themselves.</summary>
public sealed class SearchedBulletins(Sites sites) : ISearchable
{
    public string Kind => "bulletin";
    public string Heading => "Bulletins and newsletters";
    public int Version => 2;

    public Guid? Of(Record saved) => (saved as Edition)?.Id;

    public IQueryable<Guid> All(Db db) => db.Set<Edition>().Select(e => e.Id);

    public async Task<IReadOnlyList<SearchWords>> Words(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        [.. (await db.Set<Edition>().AsNoTracking().Where(e => ids.Contains(e.Id)).Select(e => new { e.Id, e.Kind, e.Number, e.Subject, e.Intro, e.State, e.SentAt, e.ScheduledFor }).ToListAsync(ct))
            .Select(e => new SearchWords(e.Id, $"{(e.Kind == EditionKind.Newsletter ? "Newsletter" : "Bulletin")} {e.Number}: {e.Subject}", $"{e.State.Words()} · {PlainText.From(e.Intro)}", $"{e.Kind.Shelf()}/{e.Id}", (e.SentAt ?? e.ScheduledFor)?.DateIn(sites.Current.Zone)))];
}
