using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Planning.Outcomes;
using Secretariat.Platform.Web;

namespace Secretariat.Planning.Desk;

public sealed class PlanRowsModel(Standings standings, Sites sites, TimeProvider clock) : PageModel
{
    public DateOnly Day { get; private set; }
    public PlanStanding? Standing { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Day = sites.Today(clock);
        Standing = await standings.On(Day, ct);
    }
}
