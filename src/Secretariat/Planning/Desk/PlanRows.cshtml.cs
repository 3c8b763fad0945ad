using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Planning.Outcomes;
using Secretariat.Planning.Paper;
using Secretariat.Platform.Web;

namespace Secretariat.Planning.Desk;

public sealed class PlanRowsModel(Standings standings, Sites sites, TimeProvider clock) : PageModel
{
    public DateOnly Day { get; private set; }
    public PlanChoice Choice { get; private set; } = null!;
    public PlanStanding? Standing { get; private set; }

    /// <summary>For links to its rows, when it is another year's plan than today's.</summary>
    public string Year { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string? year, CancellationToken ct)
    {
        Day = sites.Today(clock);
        Choice = await PlanChoice.OfToday(standings, year, Day, ct);
        if (Choice.Plan is not { } plan) return Choice.All.Count == 0 && year is null ? Page() : NotFound();
        Year = year is null ? "" : $"?year={plan.Year.Code}";
        Standing = await standings.Of(plan, Day, ct);
        return Page();
    }
}
