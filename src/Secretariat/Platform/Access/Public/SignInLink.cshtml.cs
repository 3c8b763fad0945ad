using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Secretariat.Platform.Access.Public;

/// <summary>The link in the letter. Opening it only shows a button, because mail filters open links; the button uses it up.</summary>
[LimitedSignIn]
public sealed class SignInLinkModel(SignInRequests requests, Entrance entrance) : PageModel
{
    public bool Good { get; private set; }

    public async Task OnGetAsync(string token, CancellationToken ct) => Good = await requests.LinkIsGood(token, ct);

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct) =>
        await requests.UseLink(token, ct) is { } request && await entrance.Let(HttpContext, request, "Sign in by e-mailed link", ct) is { } onwards ? LocalRedirect(onwards) : Page();
}
