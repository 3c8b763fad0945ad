using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Reporting.Annual.Desk;

/// <summary>The national part as a PDF, as it was approved or as it would go out now.</summary>
public sealed class AnnualFileModel(Db db, GatherAnnual gather, PrintAnnual print) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await db.Set<AnnualReport>().AsNoTracking().OrderByDescending(r => r.OpenedAt).FirstOrDefaultAsync(ct) is not { } of) return NotFound();
        return await print.Pdf(of.IsOpen ? await gather.Of(of, ct) : of.Approved!, ct) is { } printed ? File(printed, "application/pdf", $"annual-report-{of.Year}.pdf") : Redirect("/desk/reports/annual");
    }
}
