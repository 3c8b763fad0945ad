using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Publishing.News;

namespace Secretariat.Publishing.Pages;

/// <summary>Pages that somebody has changed and nobody has published since.</summary>
public sealed class PagesToday(Db db) : IToday
{
    public async Task<IReadOnlyList<TodayTask>> For(DateOnly today, CancellationToken ct) =>
        [.. (await (from page in db.Set<SitePage>().AsNoTracking()
                    where page.State == WebState.Published
                    join version in db.Set<PageVersion>() on new { Page = page.Id, Number = page.Latest } equals new { version.Page, version.Number }
                    where page.Title != version.Title || page.Lead != version.Lead || page.Html != version.Html || page.InFooter != version.InFooter
                    orderby page.Slug
                    select new { page.Id, page.Title }).ToListAsync(ct))
            .Select(p => new TodayTask("Read", $"The page “{p.Title}” was changed and is not published yet.", $"/desk/pages/{p.Id}/publish", null))];
}
