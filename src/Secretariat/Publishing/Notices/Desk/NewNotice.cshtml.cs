using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Notices.Desk;

[Authorize(Rights.CanEditItems)]
public sealed class NewNoticeModel(Db db, TimeProvider clock) : PageModel
{
    public NoticeChoices Choices { get; private set; } = null!;

    [BindProperty] public NoticeInput Input { get; set; } = new();

    /// <param name="audience">The one from whose page it is written.</param>
    public async Task OnGetAsync(string? audience, CancellationToken ct)
    {
        Choices = await NoticeChoices.Load(db, ct);
        Input.Audience = audience;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Choices = await NoticeChoices.Load(db, ct);
        Notice? made = null;
        if (!ModelState.IsValid || !this.Try(() => made = new Notice(Input.Draft, User.Actor(), clock.GetUtcNow()))) return Page();
        db.Add(made!);
        await db.Save(User.Actor(), "Write notice", ct);
        return Redirect($"/desk/notices/{made!.Id}");
    }
}
