using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.Themes;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Knowledge.Cases.Public;

/// <summary>Cases that everybody may read, the newest first: all of them, or of one theme.</summary>
[OutputCache(PolicyName = PublicCache.Policy, Tags = [nameof(PracticeCase), nameof(Organisation), nameof(Theme)])]
public sealed class PracticeListModel(Db db, SharedCases shared, Sites sites) : PageModel
{
    private const int PageSize = 20;

    [BindProperty(SupportsGet = true)] public string? Theme { get; set; }
    [BindProperty(SupportsGet = true)] public int Skip { get; set; }

    public Site Site => sites.Current;
    public Theme? On { get; private set; }
    public IReadOnlyList<CaseRow> Rows { get; private set; } = [];
    public IReadOnlyList<Theme> Themes { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();
    public bool More { get; private set; }
    public int Next => Skip + PageSize;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Skip = Math.Clamp(Skip, 0, 100_000);
        if (Theme is not null && (On = await db.Set<Theme>().AsNoTracking().FirstOrDefaultAsync(t => t.Code == Theme, ct)) is null) return NotFound();
        var rows = await shared.Found(false, On?.Code, null, null).Skip(Skip).Take(PageSize + 1).ToListAsync(ct);
        (Rows, More) = ([.. rows.Take(PageSize)], rows.Count > PageSize);
        var codes = (await shared.Shown().Select(r => r.Words.Themes).ToListAsync(ct)).SelectMany(t => t).ToHashSet();
        Themes = [.. (await db.Set<Theme>().AsNoTracking().OrderBy(t => t.Name).ToListAsync(ct)).Where(t => codes.Contains(t.Code))];
        Names = await db.Set<Organisation>().Where(o => o.Kind == OrganisationKind.Member).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        return Page();
    }
}
