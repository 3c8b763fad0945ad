using Microsoft.AspNetCore.Mvc;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Invitations.Link;

/// <summary>Answering by the signed link, without an account. GET only shows, since mail filters open every link; POST answers.</summary>
public sealed class ReplyByLinkModel(Db db, AnswerInvitation verb, EventTokens tokens, Sites sites, TimeProvider clock) : ReplyPage(db, verb, sites, clock)
{
    public override bool ByLink => true;
    public bool Known { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        await Read(token, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct) => await Read(token, ct) && await Answered(ct) ? Redirect($"/a/e/{token}") : Page();

    private async Task<bool> Read(string token, CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (tokens.Read(token) is { } says && await Load(says.Invitee, says.Person, ct)) return Known = true;
        if (tokens.ReadDeputy(token) is { } deputy && await LoadForDeputy(deputy.Invitee, deputy.Number, ct)) return Known = true;
        Response.StatusCode = StatusCodes.Status404NotFound;
        return false;
    }
}
