using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Rounds.Desk;

[Authorize(Rights.CanRunRounds)]
public sealed class NewRoundModel(Db db, Sites sites) : PageModel
{
    [BindProperty] public RoundInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Rules { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Rules = await Choices(db, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Rules = await Choices(db, ct);
        Round? round = null;
        if (!ModelState.IsValid || !this.Try(() => round = new Round(Input.ToDraft(sites.Current.Zone)))) return Page();
        db.Add(round!);
        await db.Save(User.Actor(), "Write round", ct);
        return Redirect($"/desk/rounds/{round!.Id}");
    }

    internal static async Task<IReadOnlyList<SelectListItem>> Choices(Db db, CancellationToken ct) =>
        [new SelectListItem("Choose the rule…", ""), .. await db.Set<RoundRule>().AsNoTracking().OrderBy(r => r.Code).Select(r => new SelectListItem(r.Name, r.Code)).ToListAsync(ct)];
}
