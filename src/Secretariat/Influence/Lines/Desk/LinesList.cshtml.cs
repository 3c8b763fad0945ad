using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Media;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Influence.Lines.Desk;

/// <summary>What may be said today, by theme.</summary>
public sealed class LinesListModel(Db db, LinesNow now, Sites sites, TimeProvider clock) : PageModel
{
    public IReadOnlyList<ShownLine> Lines { get; private set; } = [];
    public IReadOnlyList<string> Holds { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => Load(ct);

    public async Task<IActionResult> OnPostAsync([FromForm] Guid line, [FromForm] string? why, CancellationToken ct)
    {
        if (await db.Set<Line>().SingleOrDefaultAsync(l => l.Id == line, ct) is not { } found) return NotFound();
        if (!await this.Try(async () =>
        {
            found.End(why, clock.GetUtcNow());
            await db.Save(User.Actor(), "Take line away", ct);
        }))
        {
            await Load(ct);
            return Page();
        }
        this.Say("Taken away.");
        return Redirect("/desk/lines");
    }

    private async Task Load(CancellationToken ct)
    {
        Lines = await now.All(sites.Today(clock), null, ct);
        Holds = await MediaHold.Words(db, clock.GetUtcNow(), sites.Current.Zone, ct);
    }
}
