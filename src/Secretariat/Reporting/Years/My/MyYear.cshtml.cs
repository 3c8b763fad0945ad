using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Influence;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Reporting.Years.My;

/// <summary>The year of the member in which somebody holds a position today, and of no other.</summary>
public sealed class MyYearModel(Db db, YearOfMember years, Sites sites, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Organisation> Members { get; private set; } = [];
    public Organisation? Member { get; private set; }
    public YearShown? Shown { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? member, string? year, CancellationToken ct)
    {
        Members = await MyMembers.Of(db, User.PersonId(), sites.Today(clock), ct);
        Member = member is null ? Members.FirstOrDefault() : Members.FirstOrDefault(m => m.Code == member);
        if (Member is null) return member is null ? Page() : NotFound();
        if (await years.Of(Member, year, TimelineRoom.My, ct) is ({ } when, { } parts)) Shown = new(when, parts, false, "");
        return Page();
    }
}
