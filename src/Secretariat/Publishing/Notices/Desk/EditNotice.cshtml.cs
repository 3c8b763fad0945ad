using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Notices.Desk;

[Authorize(Rights.CanEditItems)]
public sealed class EditNoticeModel(Db db) : PageModel
{
    public Notice Notice { get; private set; } = null!;
    public NoticeChoices Choices { get; private set; } = null!;

    [BindProperty] public NoticeInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (Notice.IsSent) return Redirect($"/desk/notices/{id}");
        Input = NoticeInput.From(Notice);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(async () =>
        {
            db.Expect(Notice, Input.Version);
            Notice.Write(Input.Draft);
            await db.Save(User.Actor(), "Change notice", ct);
        })) return Page();
        return Redirect($"/desk/notices/{id}");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        Choices = await NoticeChoices.Load(db, ct);
        return (Notice = (await db.Set<Notice>().SingleOrDefaultAsync(n => n.Id == id, ct))!) is not null;
    }
}
