using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;

namespace Secretariat.Publishing.Publications.My;

/// <summary>The file of a publication, those for members only included.</summary>
public sealed class MyPublicationFileModel(PublishedFiles published, OfMembers members) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        var mine = await members.Is(User.PersonId()!.Value, ct);
        return await published.Hand(await published.Shown(mine).SingleOrDefaultAsync(p => p.Slug == slug, ct), Request, ct);
    }
}
