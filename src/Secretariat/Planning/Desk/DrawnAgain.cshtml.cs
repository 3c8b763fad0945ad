using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Planning.Calendar;
using Secretariat.Planning.Outcomes;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Planning.Desk;

/// <summary>Shows what drawing again would change, and changes just that: if the plan moved on meanwhile, it shows again.</summary>
public sealed class DrawnAgainModel(Db db, Standings standings, DrawAgain draw, Sites sites, TimeProvider clock) : PageModel
{
    public DrawAgain.Result Result { get; private set; } = null!;

    public string Seen => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Result.Changes.Select(c => $"{c.Outcome.Id} {c.Number} {c.From} {c.To}")))));

    public async Task<IActionResult> OnGetAsync(string? year, CancellationToken ct)
    {
        var today = sites.Today(clock);
        if (await standings.PlanOf(year, today, ct) is not { } plan) return Redirect("/desk/calendar");
        Result = await draw.Compare(plan, today, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string seen, string? year, CancellationToken ct)
    {
        var today = sites.Today(clock);
        if (await standings.PlanOf(year, today, ct) is not { } plan) return Redirect("/desk/calendar");
        Result = await draw.Apply(plan, today, ct);
        if (seen != Seen)
        {
            db.ChangeTracker.Clear();
            ModelState.AddModelError("", "The plan changed while you were looking. This is what drawing again would change now.");
            return Page();
        }
        await db.Save(User.Actor(), "Draw calendar again", ct);
        this.Say(Result.Changes.Count == 1 ? "One date changed." : $"{Result.Changes.Count} dates changed.");
        return Redirect(year is null ? "/desk/calendar" : $"/desk/calendar?year={year}");
    }
}
