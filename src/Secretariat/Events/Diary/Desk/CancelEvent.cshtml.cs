using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Invitations;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Diary.Desk;

public sealed class CancelEventModel(Db db, ChangeEvent change) : PageModel
{
    [BindProperty] public CancelInput Input { get; set; } = new();

    public sealed class CancelInput
    {
        [StringLength(Event.MaxReason)] public string? Reason { get; set; }
    }

    public Event At { get; private set; } = null!;
    public int Asked { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(() => change.Cancel(At, Input.Reason, User.Actor(), ct))) return Page();
        this.Say("Cancelled.");
        return Redirect($"/desk/events/{id}");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Event>().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } at) return false;
        At = at;
        Asked = await db.Set<Invitee>().CountAsync(i => i.Event == id && i.LeftOut == null && i.Reply != Reply.NotComing, ct);
        return true;
    }
}
