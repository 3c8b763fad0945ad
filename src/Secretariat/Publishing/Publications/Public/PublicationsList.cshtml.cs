using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Themes;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Publications.Public;

/// <summary>What everybody may take, the newest first: all of it, or of one theme.</summary>
[OutputCache(PolicyName = PublicCache.Policy, Tags = [nameof(Publication), nameof(Theme)])]
public sealed class PublicationsListModel(Db db, PublishedFiles published, Sites sites) : PageModel
{
    private const int PageSize = 20;

    [BindProperty(SupportsGet = true)] public string? Theme { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? After { get; set; }

    public Site Site => sites.Current;
    public Theme? On { get; private set; }
    public IReadOnlyList<Publication> Rows { get; private set; } = [];
    public Guid? More { get; private set; }
    public IReadOnlyList<Theme> Themes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Theme is not null && (On = await db.Set<Theme>().AsNoTracking().FirstOrDefaultAsync(t => t.Code == Theme, ct)) is null) return NotFound();
        var query = published.Shown();
        if (On is { } on) query = query.Where(p => p.Theme == on.Code);
        if (After is { } last && await published.Shown().Where(p => p.Id == last).Select(p => (DateOnly?)p.Date).SingleOrDefaultAsync(ct) is { } date) query = query.Where(p => p.Date < date || p.Date == date && p.Id < last);
        var rows = await query.OrderByDescending(p => p.Date).ThenByDescending(p => p.Id).Take(PageSize + 1).ToListAsync(ct);
        (Rows, More) = ([.. rows.Take(PageSize)], rows.Count > PageSize ? rows[PageSize - 1].Id : null);
        var codes = await published.Shown().Select(p => p.Theme).Distinct().ToListAsync(ct);
        Themes = await db.Set<Theme>().AsNoTracking().Where(t => codes.Contains(t.Code)).OrderBy(t => t.Name).ToListAsync(ct);
        return Page();
    }
}
