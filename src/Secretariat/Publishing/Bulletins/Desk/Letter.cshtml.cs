using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Bulletins.Letter;

namespace Secretariat.Publishing.Bulletins.Desk;

/// <summary>The letter itself, for the frame of the preview: the same that is sent, filled for whoever looks at it.</summary>
[Authorize(Rights.UseDesk)]
public sealed class LetterModelPage(Db db, CurrentContent current, EditionGate gate, EditionPress press) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<Edition>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } edition) return NotFound();
        var letter = await Sample.Of(edition, current, gate, press, User.Identity?.Name ?? "", ct);
        Response.Headers.ContentSecurityPolicy = LetterPolicy.Csp;
        Response.Headers.CacheControl = "no-store";
        return Content(letter.Html, "text/html; charset=utf-8");
    }
}
