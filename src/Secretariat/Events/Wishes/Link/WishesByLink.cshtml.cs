using Microsoft.AspNetCore.Mvc;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Wishes.Link;

/// <summary>Proposing and ranking by the signed link. GET only shows; POST acts.</summary>
public sealed class WishesByLinkModel(Db db, RankWishes verb, WishAsks asks, Sites sites, TimeProvider clock) : WishPage(db, verb, sites, clock)
{
    public bool Known { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        await Read(token, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct) => await Read(token, ct) && await Said(ct) ? Redirect($"/a/w/{token}") : Page();

    private async Task<bool> Read(string token, CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (asks.Read(token) is { } says && await Load(says.Member, says.Person, says.Call, ct)) return Known = true;
        Response.StatusCode = StatusCodes.Status404NotFound;
        return false;
    }
}
