using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Groupings.Desk;

public sealed class EditGroupingModel(Db db) : PageModel
{
    public Grouping Grouping { get; private set; } = null!;

    [BindProperty] public Typed Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (!await Load(code, ct)) return NotFound();
        Input.Name = Grouping.Name;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (!await Load(code, ct)) return NotFound();
        if (!ModelState.IsValid || !this.Try(() => Grouping.Rename(Input.Name))) return Page();
        await db.Save(User.Actor(), "Rename grouping", ct);
        return Redirect($"/desk/groupings/{Grouping.Code}");
    }

    private async Task<bool> Load(string code, CancellationToken ct) =>
        (Grouping = (await db.Set<Grouping>().FirstOrDefaultAsync(g => g.Code == code, ct))!) is not null;

    public sealed class Typed
    {
        [Required(ErrorMessage = "Type the grouping’s name."), StringLength(100, ErrorMessage = "A name has at most 100 letters.")]
        public string Name { get; set; } = "";
    }
}
