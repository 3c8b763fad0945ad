using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Texts;
using Secretariat.Publishing.News;

namespace Secretariat.Publishing.Pages;

/// <summary>The network's own pages, in the version that stands there.</summary>
public sealed class FoundPages : IFoundByVisitors
{
    public string Kind => "site-page";
    public string Heading => "Pages";

    public Guid? Of(Record saved) => (saved as SitePage)?.Id ?? (saved as PageVersion)?.Page;

    public IQueryable<Guid> All(Db db) => db.Set<SitePage>().Where(p => p.State == WebState.Published).Select(p => p.Id);

    public async Task<IReadOnlyList<SearchWords>> Words(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        [.. (await (from page in db.Set<SitePage>().AsNoTracking()
                    where ids.Contains(page.Id) && page.State == WebState.Published
                    join version in db.Set<PageVersion>() on new { Page = page.Id, Number = page.Latest } equals new { version.Page, version.Number }
                    select new { page.Id, page.Slug, version.Title, version.Lead, version.Html }).ToListAsync(ct))
            .Select(p => new SearchWords(p.Id, p.Title, $"{p.Lead} {PlainText.Words(p.Html)}".Trim(), $"/{p.Slug}"))];

    public async Task<IReadOnlyCollection<Guid>> ShownNow(IServiceProvider services, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await services.GetRequiredService<PublicPages>().Shown().Where(v => ids.Contains(v.Page)).Select(v => v.Page).ToListAsync(ct);
}
