using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Planning.Outcomes;

namespace Secretariat.Planning.Paper.Desk;

/// <summary>The members' paper as a PDF, when a browser is there to print it.</summary>
public sealed class PaperFileModel(Standings standings, Papers papers, PaperPdf pdf) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? year, CancellationToken ct)
    {
        if ((await PlanChoice.Newest(standings, year, ct)).Plan is not { } plan) return NotFound();
        var printed = await pdf.Print(plan.Title, await papers.Html(await papers.Of(plan, ct), withCosts: true), ct);
        return printed is null ? Redirect($"/desk/plan/paper?year={plan.Year.Code}#print") : File(printed, "application/pdf", $"plan-{plan.Year.Code}.pdf");
    }
}
