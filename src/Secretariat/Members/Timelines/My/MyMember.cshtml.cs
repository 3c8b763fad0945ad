using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Members.Timelines.Desk;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Timelines.My;

/// <summary>What one's own member received, said, decided and had published about it. Another member's is not found.</summary>
public sealed class MyMemberModel(Db db, ReadTimeline read, Sites sites, TimeProvider clock) : PageModel
{
    public Organisation Of { get; private set; } = null!;
    public TimelinePage Story { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, long? before, CancellationToken ct)
    {
        var (me, today) = (User.PersonId(), sites.Today(clock));
        var mine = db.Set<Position>().Where(p => db.RecordsOf(me).Contains(p.Person) && p.From <= today && (p.To == null || today <= p.To)).Select(p => p.Organisation);
        if (await db.Set<Organisation>().AsNoTracking().SingleOrDefaultAsync(o => o.Code == code && o.Kind == OrganisationKind.Member && mine.Contains(o.Id), ct) is not { } body) return NotFound();
        (Of, Story) = (body, await read.OfMembersOwn(body.Id, TimelineShown.Before(before, clock.GetUtcNow()), ct));
        return Page();
    }
}
