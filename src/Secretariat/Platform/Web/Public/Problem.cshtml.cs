using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Secretariat.Platform.Web.Public;

/// <summary>What a person sees instead of an empty error.</summary>
[FromAnywhere]
public sealed class ProblemModel : PageModel
{
    public string Title { get; private set; } = "";
    public string Advice { get; private set; } = "";

    public void OnGet(int code) => Say(code);

    public void OnPost(int code) => Say(code);

    private void Say(int code) => (Title, Advice) = code switch
    {
        400 => ("That form could not be read", "Nothing was saved. Go back, reload the page and send it again; if it was on another site, open ours first."),
        403 => ("This page is not yours to see", "If you think it should be, ask the secretariat."),
        404 => ("There is no such page", "The address may be mistyped, or the page may be for somebody else."),
        405 => ("This page cannot do that", "Go back and use the buttons of the page."),
        413 => ("That is too large", "Nothing was saved. Go back and send less, or a smaller file."),
        429 => ("Too many tries", "Wait a few minutes and try again."),
        _ => ("Something went wrong here", "Nothing was half-saved. Please try again in a minute; the fault has been logged."),
    };
}
