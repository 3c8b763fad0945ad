using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform;
using Secretariat.Platform.Web;

namespace Secretariat.Reporting.Annual.Public;

/// <summary>One member's page of the year's report.</summary>
[OutputCache(PolicyName = PublicCache.Policy, Tags = [nameof(AnnualReport)])]
public sealed class MemberReportModel(ReleasedReports released, PrintAnnual print, Settings settings) : PageModel
{
    public AnnualContent Sheet { get; private set; } = null!;
    public AnnualMember Member { get; private set; } = null!;
    public string Html { get; private set; } = "";
    public Uri? Address { get; private set; }

    public async Task<IActionResult> OnGetAsync(string year, string code, CancellationToken ct)
    {
        if (await released.Shown().SingleOrDefaultAsync(r => r.Year == year, ct) is not { } report || report.Approved!.Members.FirstOrDefault(m => m.Code == code) is not { } member) return NotFound();
        (Sheet, Member, Address) = (report.Approved!, member, new Uri(settings.Url, $"{report.Path}/{member.Code}"));
        Html = await print.Member(Sheet, Member);
        return Page();
    }
}
