using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Secretariat.Platform.Access.Public;

/// <summary>Signs in by the code in the letter, in the browser that asked for it.</summary>
[LimitedSignIn]
public sealed class SignInCodeModel(SignInRequests requests, Entrance entrance) : PageModel
{
    [BindProperty]
    public CodeInput Input { get; set; } = new();

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();
        if (AskingBrowser.Secret(HttpContext) is { } browser && await requests.UseCode(browser, Input.Code, ct) is { } request
            && await entrance.Let(HttpContext, request, "Sign in by e-mailed code", ct) is { } onwards) return LocalRedirect(onwards);
        ModelState.AddModelError("Input.Code", "That code is not right, or it is no longer good. Take it from the newest letter; after five tries ask for another letter. The code works only in the browser that asked for it, the letter’s link in any.");
        return Page();
    }
}

public sealed class CodeInput
{
    [Required(ErrorMessage = "Type the six digits from the letter."), RegularExpression(@"\s*(\d\s*){6}", ErrorMessage = "The code is six digits.")]
    public string Code { get; set; } = "";
}
