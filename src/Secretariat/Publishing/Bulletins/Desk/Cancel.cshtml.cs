using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Bulletins.Desk;

[Authorize(Rights.CanSendEditions)]
public sealed class CancelModel(Db db) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public Edition Edition { get; private set; } = null!;

    public sealed class Form
    {
        [StringLength(400)] public string? Why { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(async () =>
        {
            Edition.Cancel(Input.Why ?? "");
            await db.Save(User.Actor(), "Cancel bulletin", ct);
        })) return Page();
        this.Say($"{Edition.Name} is cancelled; nothing of it was sent.");
        return Redirect(Edition.Kind.Shelf());
    }

    private async Task<bool> Load(Guid id, CancellationToken ct) =>
        (Edition = (await db.Set<Edition>().SingleOrDefaultAsync(e => e.Id == id, ct))!) is not null;
}
