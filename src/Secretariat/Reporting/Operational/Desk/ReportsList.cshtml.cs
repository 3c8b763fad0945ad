using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Planning;
using Secretariat.Platform.Access;
using Secretariat.Platform.Web;

namespace Secretariat.Reporting.Operational.Desk;

/// <summary>The reports that the plan's calendar wants, and the press that drafts one.</summary>
[Authorize(Rights.CanEditPlan)]
public sealed class ReportsListModel(ReportCalendar calendar, WriteReport write, Sites sites, TimeProvider clock) : PageModel
{
    public Plan? Plan { get; private set; }
    public Outcome? Outcome { get; private set; }
    public IReadOnlyList<PlannedReport> Planned { get; private set; } = [];
    public DateOnly Today { get; private set; }

    /// <summary>The one to draft now.</summary>
    public PlannedReport? Next => Planned.FirstOrDefault(p => p.Newest is null);

    public Task OnGetAsync(CancellationToken ct) => Load(ct);

    public async Task<IActionResult> OnPostAsync([FromForm] int number, CancellationToken ct)
    {
        OperationalReport? made = null;
        if (!ModelState.IsValid || !await this.Try(async () => made = await write.Draft(number, false, User.Actor(), clock.GetUtcNow(), ct)))
        {
            await Load(ct);
            return Page();
        }
        this.Say("Drafted from the evidence. Now say in a few words what the numbers mean.");
        return Redirect($"/desk/reports/{made!.Id}");
    }

    private async Task Load(CancellationToken ct)
    {
        Today = sites.Today(clock);
        if (await calendar.Promise(Today, ct) is not ({ } plan, { } outcome)) return;
        (Plan, Outcome) = (plan, outcome);
        Planned = await calendar.Of(plan, outcome, ct);
    }
}
