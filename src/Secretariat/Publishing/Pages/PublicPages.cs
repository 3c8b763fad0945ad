using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.News;

namespace Secretariat.Publishing.Pages;

/// <summary>The one reader of the pages that stand on the website: visitors, the map of the site and search see nothing that this does not let through.</summary>
public sealed class PublicPages(Db db, FirstPages first) : ISitemapPart
{
    public IQueryable<PageVersion> Shown() =>
        from version in db.Set<PageVersion>().AsNoTracking()
        join page in db.Set<SitePage>() on version.Page equals page.Id
        where page.State == WebState.Published && version.Number == page.Latest
        select version;

    /// <summary>What stands at an address; null when nothing does.</summary>
    public async Task<ShownPage?> Of(string slug, CancellationToken ct)
    {
        var page = await db.Set<SitePage>().AsNoTracking().SingleOrDefaultAsync(p => p.Slug == slug, ct);
        if (page is { State: WebState.Published }) return await db.Set<PageVersion>().AsNoTracking().SingleAsync(v => v.Page == page.Id && v.Number == page.Latest, ct) is var v ? new(v.Words, v.PublishedAt, page.Invented) : null;
        return page is null || page.IsOwed ? first.Of(slug) : null;
    }

    /// <summary>Why what stood at an address is gone; null when nothing ever stood there.</summary>
    public Task<string?> Gone(string slug, CancellationToken ct) => db.Set<SitePage>().Where(p => p.Slug == slug && p.State == WebState.TakenOff).Select(p => p.TakenOffWhy).SingleOrDefaultAsync(ct);

    public async Task<IReadOnlyList<string>> Paths(CancellationToken ct) =>
        [.. (await db.Set<SitePage>().Where(p => p.State == WebState.Published).OrderBy(p => p.Slug).Select(p => p.Slug).ToListAsync(ct)).Union(SitePage.Owed).Select(slug => $"/{slug}")];
}

/// <param name="Since">When these words were put there; null for the program's own.</param>
public sealed record ShownPage(PageWords Words, DateTimeOffset? Since, bool Invented);
