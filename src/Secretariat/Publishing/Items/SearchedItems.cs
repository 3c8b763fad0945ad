using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Texts;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Items;

/// <summary>Items by their heading and text.</summary>
public sealed class SearchedItems(Sites sites) : ISearchable
{
    public string Kind => "item";
    public string Heading => "Items";

    public Guid? Of(Record saved) => (saved as Item)?.Id;

    public IQueryable<Guid> All(Db db) => db.Set<Item>().Select(i => i.Id);

    public async Task<IReadOnlyList<SearchWords>> Words(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        [.. (await db.Set<Item>().AsNoTracking().Where(i => ids.Contains(i.Id)).Select(i => new { i.Id, i.Heading, i.Html, i.Kind, i.FiguresSource, i.WrittenAt }).ToListAsync(ct))
            .Select(i => new SearchWords(i.Id, i.Heading, $"{i.Kind.Words()} · {PlainText.From(i.Html)} {i.FiguresSource}", $"/desk/items/{i.Id}", i.WrittenAt.DateIn(sites.Current.Zone)))];
}
