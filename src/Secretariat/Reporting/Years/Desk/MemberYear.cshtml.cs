using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Reporting.Years.Desk;

public sealed class MemberYearModel(Db db, YearOfMember years) : PageModel
{
    public Organisation Member { get; private set; } = null!;
    public YearShown Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, string? year, CancellationToken ct)
    {
        if (await db.Set<Organisation>().AsNoTracking().SingleOrDefaultAsync(o => o.Code == code && o.Kind == OrganisationKind.Member, ct) is not { } member || await years.Of(member, year, TimelineRoom.Desk, ct) is not ({ } when, { } parts)) return NotFound();
        (Member, Shown) = (member, new(when, parts, true, $"/desk/members/{Uri.EscapeDataString(code)}/timeline"));
        return Page();
    }
}
