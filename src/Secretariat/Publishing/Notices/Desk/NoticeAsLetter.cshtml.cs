using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Audiences;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Bulletins.Letter;

namespace Secretariat.Publishing.Notices.Desk;

/// <summary>The letter itself, for the frame: the same that is sent, filled for whoever looks at it.</summary>
[Authorize(Rights.UseDesk)]
public sealed class NoticeAsLetterModel(Db db, SendNotice send, Sites sites) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<Notice>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, ct) is not { } notice) return NotFound();
        var audience = await db.Set<Audience>().AsNoTracking().SingleOrDefaultAsync(a => a.Code == notice.Audience, ct);
        var leave = notice.IsSent ? !notice.OfTheNetwork : audience is null || !send.OfTheNetwork(audience);
        Response.Headers.ContentSecurityPolicy = LetterPolicy.Csp;
        Response.Headers.CacheControl = "no-store";
        return Content(NoticeLetter.Sample(notice, sites.Current, leave, User.Identity?.Name ?? "").Html, "text/html; charset=utf-8");
    }
}
