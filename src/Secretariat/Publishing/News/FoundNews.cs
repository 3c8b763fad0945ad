using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Texts;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Bulletins;

namespace Secretariat.Publishing.News;

/// <summary>News in the words that were approved for the website.</summary>
public sealed class FoundNews(Sites sites) : IFoundByVisitors
{
    public string Kind => "site-news";
    public string Heading => "News";

    public Guid? Of(Record saved) => (saved as PublishedItem)?.Id;

    public IQueryable<Guid> All(Db db) => db.Set<PublishedItem>().Where(p => p.State == WebState.Published).Select(p => p.Id);

    public async Task<IReadOnlyList<SearchWords>> Words(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        [.. (await db.Set<PublishedItem>().AsNoTracking().Where(p => ids.Contains(p.Id) && p.State == WebState.Published).ToListAsync(ct))
            .Select(p => (Of: p, Says: EditionContent.Parse(p.Content).Items[0]))
            .Select(p => new SearchWords(p.Of.Id, p.Says.Heading, $"{string.Join(" · ", p.Says.About)} {PlainText.Words(p.Says.Html)}".Trim(), p.Of.Path, p.Of.PublishedAt!.Value.DateIn(sites.Current.Zone)))];

    public Task<IReadOnlyCollection<Guid>> ShownNow(IServiceProvider services, IReadOnlyCollection<Guid> ids, CancellationToken ct) => services.GetRequiredService<PublicNews>().Still(ids, ct);
}
