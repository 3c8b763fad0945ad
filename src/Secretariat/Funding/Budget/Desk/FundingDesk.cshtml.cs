using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Platform.Web;

namespace Secretariat.Funding.Budget.Desk;

/// <summary>The year's money at a glance: what is planned, ordered and paid, and who pays for it.</summary>
public sealed class FundingDeskModel(FundingNow funding, Sites sites, TimeProvider clock) : PageModel
{
    public FundingSums Sums { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => Sums = await funding.On(sites.Today(clock), ct);

    /// <summary>Every line as CSV, in pounds that a spreadsheet adds up.</summary>
    public async Task<IActionResult> OnGetLinesAsync(CancellationToken ct)
    {
        var sums = await funding.On(sites.Today(clock), ct);
        var csv = new StringBuilder("code,heading,name,income,plan,committed,actual,left,invented\r\n");
        foreach (var l in sums.Lines)
            csv.AppendJoin(',', Cell(l.Line.Code), Cell(l.Line.Heading.Words()), Cell(l.Line.Name), l.Line.IsIncome ? "yes" : "no", l.Plan.Typed(), l.Committed.Typed(), l.Actual.Typed(), l.Left.Typed(), l.Line.Invented ? "yes" : "no").Append("\r\n");
        return File(Encoding.UTF8.GetBytes(csv.ToString()), "text/csv; charset=utf-8", $"budget-{sites.Today(clock).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.csv");
    }

    // A name that begins like a formula is a word: an apostrophe keeps a spreadsheet from working it out.
    internal static string Cell(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return $"\"{safe.Replace("\"", "\"\"")}\"";
    }
}
