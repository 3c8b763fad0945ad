using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Newsletters.Link;

/// <summary>Confirming by the signed link. GET only shows, since mail filters open every link; POST confirms.</summary>
public sealed class ConfirmNewsletterModel(Db db, SignUp signUp, NewsletterTokens tokens, Sites sites) : PageModel
{
    public Subscriber? Asked { get; private set; }
    public bool Confirmed { get; private set; }
    public Site Site => sites.Current;

    public async Task OnGetAsync(string token, CancellationToken ct) => await Read(token, ct);

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        if (await Read(token, ct) && await this.Try(() => signUp.Confirm(Asked!.Id, ct))) Confirmed = true;
        return Page();
    }

    private async Task<bool> Read(string token, CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (tokens.Read(token) is { } id) Asked = await db.Set<Subscriber>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct);
        if (Asked is null) Response.StatusCode = StatusCodes.Status404NotFound;
        return Asked is not null;
    }
}
