using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;

namespace Secretariat.Publishing.Pages.Desk;

/// <summary>The network's own pages, and which version of each everybody reads.</summary>
public sealed class PagesDeskModel(Db db, TimeProvider clock) : PageModel
{
    public IReadOnlyList<(SitePage Page, PageVersion? Version)> Rows { get; private set; } = [];
    public Hold? Held { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var pages = await db.Set<SitePage>().AsNoTracking().OrderBy(p => p.Slug).ToListAsync(ct);
        var latest = await db.Set<PageVersion>().AsNoTracking().Join(db.Set<SitePage>(), v => v.Page, p => p.Id, (v, p) => new { v, p.Latest }).Where(j => j.v.Number == j.Latest).Select(j => j.v).ToDictionaryAsync(v => v.Page, ct);
        Rows = [.. pages.Select(p => (p, latest.GetValueOrDefault(p.Id)))];
        Held = await db.HoldOn([Hold.Public], clock.GetUtcNow(), ct);
    }
}
