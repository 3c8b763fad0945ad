using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Planning.Calendar;
using Secretariat.Planning.Outcomes;
using Secretariat.Planning.Paper;
using Secretariat.Planning.Road;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Planning.Desk;

/// <summary>Beginning the next year's plan as a copy of the latest one.</summary>
[Authorize(Rights.CanEditPlan)]
public sealed class NextPlanModel(Db db, Standings standings, CopyPlan verb) : PageModel
{
    public Plan? From { get; private set; }
    public string Title { get; private set; } = "";
    public PlanYear Year { get; private set; }
    public int Rows { get; private set; }
    public int Costs { get; private set; }
    public IReadOnlyList<(string Title, DateOnly Was, DateOnly Will)> Steps { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => await Load(ct);

    /// <param name="from">The plan that was shown: pressed twice, the second makes no plan of the year after.</param>
    public async Task<IActionResult> OnPostAsync(Guid from, CancellationToken ct)
    {
        await Load(ct);
        if (From is null) return NotFound();
        Plan? plan = null;
        if (!ModelState.IsValid || !await this.Try(async () => plan = await verb.Run(from, User.Actor(), ct))) return Page();
        this.Say($"The {plan!.Title} is a draft now. The plan that stands is as it was.");
        return Redirect($"/desk/plan?year={plan.Year.Code}");
    }

    private async Task Load(CancellationToken ct)
    {
        From = (await standings.Plans(ct)).FirstOrDefault();
        if (From is not { } from) return;
        (Title, Year) = (CopyPlan.TitleOf(from), new PlanYear(from.First.AddYears(1)));
        Rows = await db.Set<Outcome>().CountAsync(o => o.Plan == from.Id, ct);
        Costs = await db.Set<PlanCost>().CountAsync(c => c.Plan == from.Id, ct);
        var holidays = (await db.Set<BankHoliday>().AsNoTracking().Select(h => h.Date).ToListAsync(ct)).ToHashSet();
        Steps = [.. (await db.Set<PlanStep>().AsNoTracking().Where(s => s.Plan == from.Id).OrderBy(s => s.Place).ToListAsync(ct)).Select(s => (s.Title, s.Date, CopyPlan.Worked(s.Date.AddYears(1), holidays)))];
    }
}
