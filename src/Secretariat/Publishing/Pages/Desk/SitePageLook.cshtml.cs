using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;

namespace Secretariat.Publishing.Pages.Desk;

/// <summary>The draft of a page as visitors would see it, for staff only.</summary>
[Authorize(Rights.CanEditItems)]
public sealed class SitePageLookModel(Db db) : PageModel
{
    public Guid Id { get; private set; }
    public ShownPage Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<SitePage>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } page) return NotFound();
        (Id, Shown) = (id, new ShownPage(page.Words, null, page.Invented));
        return Page();
    }
}
