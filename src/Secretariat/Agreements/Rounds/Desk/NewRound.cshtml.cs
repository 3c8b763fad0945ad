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
public sealed class NewRoundModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty] public RoundInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Rules { get; private set; } = [];
    public IReadOnlyList<NamedChair> Chairs { get; private set; } = [];
    public IReadOnlyList<SelectListItem> ChairsOffered => Offered(Chairs);

    public Task OnGetAsync(CancellationToken ct) => Load(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await Load(ct);
        Round? round = null;
        if (!ModelState.IsValid || !this.Try(() => round = new Round(Input.ToDraft(sites.Current.Zone, Chairs)))) return Page();
        db.Add(round!);
        await db.Save(User.Actor(), "Write round", ct);
        return Redirect($"/desk/rounds/{round!.Id}");
    }

    private async Task Load(CancellationToken ct) => (Rules, Chairs) = (await Choices(db, ct), await ChairsToday.On(db, sites.Today(clock), ct));

    internal static IReadOnlyList<SelectListItem> Offered(IReadOnlyList<NamedChair> chairs) => [new SelectListItem("Nobody", ""), .. chairs.Select(c => new SelectListItem($"{c.Name}, {c.Member}", c.Person.ToString()))];

    internal static async Task<IReadOnlyList<SelectListItem>> Choices(Db db, CancellationToken ct) =>
        [new SelectListItem("Choose the rule…", ""), .. await db.Set<RoundRule>().AsNoTracking().OrderBy(r => r.Code).Select(r => new SelectListItem(r.Name, r.Code)).ToListAsync(ct)];
}
