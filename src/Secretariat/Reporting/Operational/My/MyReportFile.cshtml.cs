using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Platform.Access;

namespace Secretariat.Reporting.Operational.My;

/// <summary>A report as a PDF for whoever may read it.</summary>
public sealed class MyReportFileModel(ReadableReports readable, PrintReport print) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await readable.One(id, User.PersonId()!.Value, User.IsInRole(nameof(Role.Board)), ct) is not { } report) return NotFound();
        return await print.Pdf(report, ct) is { } printed ? File(printed, "application/pdf", $"report-{report.Number}-{report.Issue}.pdf") : Redirect(WriteReport.PageOf(id));
    }
}
