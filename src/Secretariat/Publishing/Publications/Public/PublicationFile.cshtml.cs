using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Secretariat.Publishing.Publications.Public;

/// <summary>The file of a publication that everybody may take.</summary>
public sealed class PublicationFileModel(PublishedFiles published) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await published.Hand(await published.Shown().SingleOrDefaultAsync(p => p.Slug == slug, ct), Request, ct);
}
