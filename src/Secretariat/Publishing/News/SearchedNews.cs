using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Texts;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Bulletins;

namespace Secretariat.Publishing.News;

/// <summary>What stands or stood on the website, by the words that were approved and not by those of the item since.</summary>
public sealed class SearchedNews(Sites sites) : ISearchable
{
    public string Kind => "news";
    public string Heading => "On the website";

    public Guid? Of(Record saved) => (saved as PublishedItem)?.Id;

    public IQueryable<Guid> All(Db db) => db.Set<PublishedItem>().Where(p => p.Content != "").Select(p => p.Id);

    public async Task<IReadOnlyList<SearchWords>> Words(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var published = await db.Set<PublishedItem>().AsNoTracking().Where(p => ids.Contains(p.Id) && p.Content != "").ToListAsync(ct);
        var about = published.SelectMany(p => p.About).Distinct().ToList();
        var members = await db.Set<Organisation>().Where(o => about.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.ShortName, ct);
        return [.. published.Select(p => new SearchWords(p.Id, p.Heading,
            string.Join(" · ", new[] { p.State.Words(), p.TakenOffWhy }.Concat(p.About.Select(a => members.GetValueOrDefault(a))).Append(p.Path).Concat(EditionContent.Parse(p.Content).Items.Select(i => PlainText.Words(i.Html))).Where(w => !string.IsNullOrEmpty(w))),
            $"/desk/items/{p.Item}/website", (p.PublishedAt ?? p.GoesAt ?? p.ApprovedAt)?.DateIn(sites.Current.Zone)))];
    }
}
