using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Texts;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Notices;

public sealed class SearchedNotices(Sites sites) : ISearchable
{
    public string Kind => "notice";
    public string Heading => "Notices";

    public Guid? Of(Record saved) => (saved as Notice)?.Id;

    public IQueryable<Guid> All(Db db) => db.Set<Notice>().Select(n => n.Id);

    public async Task<IReadOnlyList<SearchWords>> Words(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        [.. (await db.Set<Notice>().AsNoTracking().Where(n => ids.Contains(n.Id)).Select(n => new { n.Id, n.Subject, n.Html, n.SentAt, n.WrittenAt }).ToListAsync(ct))
            .Select(n => new SearchWords(n.Id, n.Subject, $"{(n.SentAt is null ? "draft" : "sent")} · {PlainText.From(n.Html)}", $"/desk/notices/{n.Id}", (n.SentAt ?? n.WrittenAt).DateIn(sites.Current.Zone)))];
}
