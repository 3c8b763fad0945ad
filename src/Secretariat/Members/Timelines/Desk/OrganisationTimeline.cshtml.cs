using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Timelines.Desk;

public sealed class OrganisationTimelineModel(Db db, ReadTimeline read, TimeProvider clock) : PageModel
{
    public Organisation Organisation { get; private set; } = null!;
    public TimelineShown Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, long? before, CancellationToken ct)
    {
        if (await db.Set<Organisation>().AsNoTracking().SingleOrDefaultAsync(o => o.Code == code, ct) is not { } body) return NotFound();
        Organisation = body;
        Shown = new(await read.OfOrganisation(body.Id, TimelineShown.Before(before, clock.GetUtcNow()), ct), $"/desk/members/{Uri.EscapeDataString(code)}/timeline");
        return Page();
    }
}
