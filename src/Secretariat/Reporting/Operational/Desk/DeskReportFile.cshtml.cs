using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Reporting.Operational.Desk;

/// <summary>A report as a PDF, when a browser is there to print it; otherwise its page, which prints as well.</summary>
public sealed class DeskReportFileModel(Db db, PrintReport print) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<OperationalReport>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } report) return NotFound();
        return await print.Pdf(report, ct) is { } printed ? File(printed, "application/pdf", $"report-{report.Number}-{report.Issue}.pdf") : Redirect($"/desk/reports/{id}");
    }
}
