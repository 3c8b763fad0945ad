using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Events.Invitations;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Papers.Desk;

[Authorize(Rights.CanSendEditions)]
public sealed class SentMaterialsModel(Db db, SendMaterials send, TimeProvider clock) : PageModel
{
    public Event At { get; private set; } = null!;
    public IReadOnlyList<EventPaper> Papers { get; private set; } = [];
    public int There { get; private set; }
    public int Away { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        var (there, away) = (0, 0);
        if (!await this.Try(async () => (there, away) = await send.Run(id, User.Actor(), clock.GetUtcNow(), ct))) return Page();
        this.Say($"On its way: {there} to those who were there, {away} to those who were not.");
        return Redirect($"/desk/events/{id}");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Event>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } at) return false;
        At = at;
        Papers = await db.Set<EventPaper>().AsNoTracking().Where(p => p.Event == id && p.Afterwards).OrderBy(p => p.Place).ToListAsync(ct);
        There = await SendMaterials.Asked(db, id).CountAsync(i => i.Presence == Presence.There || i.Presence == Presence.DeputyThere, ct);
        Away = await SendMaterials.Asked(db, id).CountAsync(ct) - There;
        return true;
    }
}
