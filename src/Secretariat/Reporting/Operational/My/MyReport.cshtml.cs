using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Platform.Access;

namespace Secretariat.Reporting.Operational.My;

public sealed class MyReportModel(ReadableReports readable, PrintReport print) : PageModel
{
    public OperationalReport Of { get; private set; } = null!;
    public string Html { get; private set; } = "";
    public bool NextIsThere { get; private set; }
    public bool CanPrint => print.Can;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var (person, board) = (User.PersonId()!.Value, User.IsInRole(nameof(Role.Board)));
        if (await readable.One(id, person, board, ct) is not { } report) return NotFound();
        Of = report;
        Html = await print.Html(report, desk: false, ct);
        NextIsThere = report.CorrectedBy is { } next && await readable.One(next, person, board, ct) is not null;
        return Page();
    }
}
