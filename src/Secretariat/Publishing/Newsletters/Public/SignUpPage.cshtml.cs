using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mailing;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Newsletters.Public;

/// <summary>Asks for the newsletter. The answer is the same whether or not the address is known.</summary>
public sealed class SignUpPageModel(SignUp signUp, SignUpLimits limits, Sites sites) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public bool Asked { get; set; }

    public Site Site => sites.Current;

    public sealed class Form
    {
        [Required(ErrorMessage = "Type your e-mail address."), StringLength(254, ErrorMessage = "That is longer than an e-mail address can be.")] public string? Email { get; set; }
        [StringLength(Subscriber.MaxName)] public string? Name { get; set; }

        /// <summary>Nobody sees it; what fills it in is no person.</summary>
        [StringLength(400)] public string? Website { get; set; }
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(Input.Website)) return Redirect("/newsletter?asked=true");
        if (!ModelState.IsValid || !await this.Try(() => Ask(ct))) return Page();
        return Redirect("/newsletter?asked=true");
    }

    private Task Ask(CancellationToken ct)
    {
        // What is wrong is said before it counts as a try.
        _ = EmailAddress.Parse(Input.Email);
        if (limits.Take(HttpContext.Connection.RemoteIpAddress)) return signUp.Ask(Input.Email, Input.Name, ct);
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        throw new RuleBroken("More people ask for it just now than we can write to. Your address is still here: try again in ten minutes.");
    }
}
