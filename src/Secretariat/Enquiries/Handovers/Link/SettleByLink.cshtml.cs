using Microsoft.AspNetCore.Mvc;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Handovers.Link;

/// <summary>Settling by the signed link, without an account. GET only shows, since mail filters open every link; POST acts.</summary>
public sealed class SettleByLinkModel(Db db, SettleHandover verb, HandoverTokens tokens, Sites sites, TimeProvider clock) : SettlePage(db, verb, sites, clock)
{
    public bool Known { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        await Read(token, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct) => await Read(token, ct) && await Settled(ct) ? Redirect($"/a/h/{token}") : Page();

    private async Task<bool> Read(string token, CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (tokens.Read(token) is { } says && await Load(says.Handover, says.Person, ct)) return Known = true;
        Response.StatusCode = StatusCodes.Status404NotFound;
        return false;
    }
}
