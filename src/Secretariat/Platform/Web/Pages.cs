using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Web;

public static class Pages
{
    /// <summary>Does what a rule may refuse. A refusal goes beside its field, and the page keeps what was typed.</summary>
    public static bool Try(this PageModel page, Action verb)
    {
        try
        {
            verb();
            return true;
        }
        catch (RuleBroken no)
        {
            page.ModelState.AddModelError(no.Field.Length == 0 ? "" : $"Input.{no.Field}", no.Message);
            return false;
        }
    }

    /// <inheritdoc cref="Try(PageModel, Action)"/>
    public static async Task<bool> Try(this PageModel page, Func<Task> verb)
    {
        try
        {
            await verb();
            return true;
        }
        catch (RuleBroken no)
        {
            page.ModelState.AddModelError(no.Field.Length == 0 ? "" : $"Input.{no.Field}", no.Message);
        }
        catch (DbUpdateConcurrencyException)
        {
            page.ModelState.AddModelError("", "Somebody else changed this while you were looking at it. Your text is still below: open the page in a second window, compare, and save again.");
        }
        catch (Exception fault) when (DatabaseTrouble.Sentence(fault) is { } sentence)
        {
            page.ModelState.AddModelError("", $"{sentence} Your text is still below.");
            page.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        return false;
    }

    /// <summary>One sentence for the next page: "Sent to 294 people."</summary>
    public static void Say(this PageModel page, string sentence) => page.TempData["said"] = sentence;
}
