using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Secretariat.Platform.Access.Public;

/// <summary>Ends the sign-in of this device, or all of them.</summary>
public sealed class SignOutModel(Sessions sessions) : PageModel
{
    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(bool everywhere, CancellationToken ct)
    {
        await sessions.End(HttpContext, everywhere, ct);
        return Redirect("/sign-out");
    }
}
