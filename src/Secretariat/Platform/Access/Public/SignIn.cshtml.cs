using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Platform.Web;

namespace Secretariat.Platform.Access.Public;

/// <summary>Asks for a sign-in letter. The answer is the same whether or not the address is known.</summary>
[LimitedSignIn]
public sealed class SignInModel(SignInRequests requests, SignInPost post) : PageModel
{
    /// <summary>Where to go afterwards: an address of this site, or nothing.</summary>
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty]
    public SignInInput Input { get; set; } = new();

    public string Onwards => Url.IsLocalUrl(To) ? To! : Landing.For(User);

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        string? browser = null;
        if (!ModelState.IsValid || !await this.Try(async () => browser = await requests.Ask(Input.Email, Url.IsLocalUrl(To) && To!.Length <= 500 ? To : "", ct))) return Page();
        if (browser is null) return StatusCode(StatusCodes.Status429TooManyRequests);
        post.Poke();
        AskingBrowser.Remember(HttpContext, browser);
        return Redirect("/sign-in/code");
    }
}

public sealed class SignInInput
{
    [Required(ErrorMessage = "Type your e-mail address."), StringLength(254, ErrorMessage = "That is longer than an e-mail address can be.")]
    public string Email { get; set; } = "";
}
