using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Bulletins.Desk;

[Authorize(Rights.CanEditItems)]
public sealed class NewModel(Db db, NextBulletin next) : PageModel
{
    [BindProperty] public EditionInput Input { get; set; } = new();

    public EditionKind Kind => Request.Path.StartsWithSegments(EditionKind.Newsletter.Shelf()) ? EditionKind.Newsletter : EditionKind.Bulletin;
    public Next Next { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => Next = await next.Find(ct, Kind);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Next = await next.Find(ct, Kind);
        Edition? edition = null;
        if (!ModelState.IsValid || !this.Try(() => edition = new Edition(Next.Number, Next.Year, Input.Subject ?? "", Input.Intro, Kind))) return Page();
        db.Add(edition!);
        try
        {
            await db.Save(User.Actor(), $"Write {Kind.Word()}", ct);
        }
        catch (DbUpdateException)
        {
            // Two people pressed the button at once: the number is taken, the words are still in the form.
            ModelState.AddModelError("", $"Somebody else has just begun {Kind.Word()} {Next.Number}. Look at the list of {Kind.Word()}s; if you still need another one, press the button again.");
            return Page();
        }
        return Redirect($"{edition!.Path}/edit");
    }
}
