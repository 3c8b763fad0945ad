using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Publishing.Pages.Desk;

/// <summary>What a page said at a time: for whoever asks what stood there.</summary>
public sealed class PastSitePageModel(Db db) : PageModel
{
    public PageVersion Version { get; private set; } = null!;

    /// <summary>When the next took its place.</summary>
    public DateTimeOffset? Until { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, int number, CancellationToken ct)
    {
        if (await db.Set<PageVersion>().AsNoTracking().SingleOrDefaultAsync(v => v.Page == id && v.Number == number, ct) is not { } version) return NotFound();
        Version = version;
        Until = await db.Set<PageVersion>().Where(v => v.Page == id && v.Number == number + 1).Select(v => (DateTimeOffset?)v.PublishedAt).SingleOrDefaultAsync(ct);
        return Page();
    }
}
