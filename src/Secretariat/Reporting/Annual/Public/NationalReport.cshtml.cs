using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Reporting.Annual.Public;

/// <summary>The year's report of all members together, as it was approved. What was taken off says so, and why.</summary>
[OutputCache(PolicyName = PublicCache.Policy, Tags = [nameof(AnnualReport)])]
public sealed class NationalReportModel(Db db, ReleasedReports released, PrintAnnual print, Settings settings, Sites sites) : PageModel
{
    public AnnualContent? Sheet { get; private set; }
    public string Html { get; private set; } = "";
    public string Gone { get; private set; } = "";
    public DateOnly On { get; private set; }
    public Uri? Address { get; private set; }

    public async Task<IActionResult> OnGetAsync(string year, CancellationToken ct)
    {
        if (await released.Shown().SingleOrDefaultAsync(r => r.Year == year, ct) is { } report)
        {
            (Sheet, On, Address) = (report.Approved!, report.ReleasedAt!.Value.DateIn(sites.Current.Zone), new Uri(settings.Url, report.Path));
            Html = await print.National(Sheet);
            return Page();
        }
        if (await db.Set<AnnualReport>().Where(r => r.Year == year && r.State == AnnualState.TakenOff).Select(r => r.TakenOffWhy).SingleOrDefaultAsync(ct) is not { } gone) return NotFound();
        Gone = gone;
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
