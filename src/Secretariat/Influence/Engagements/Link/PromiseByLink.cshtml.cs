using Microsoft.AspNetCore.Mvc;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Influence.Engagements.Link;

/// <summary>Saying how a promise stands by the signed link. GET only shows; POST acts.</summary>
public sealed class PromiseByLinkModel(Db db, PromiseAsks asks, Sites sites, TimeProvider clock) : PromisePage(db, sites, clock)
{
    public bool Known { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        await Read(token, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct) => await Read(token, ct) && await Answered(ct) ? Redirect($"/a/p/{token}") : Page();

    private async Task<bool> Read(string token, CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (asks.Read(token) is { } says && await Load(says.Promise, says.Person, ct)) return Known = true;
        Response.StatusCode = StatusCodes.Status404NotFound;
        return false;
    }
}
