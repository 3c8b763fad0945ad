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

    public IReadOnlyList<RoundRule> Rules { get; private set; } = [];
    public IReadOnlyList<NamedChair> Chairs { get; private set; } = [];
    public IReadOnlyList<SelectListItem> RulesOffered => Offered(Rules);
    public IReadOnlyList<SelectListItem> ChairsOffered => Offered(Chairs);

    public Task OnGetAsync(CancellationToken ct) => Load(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await Load(ct);
        Round? round = null;
        if (!ModelState.IsValid || !this.Try(() => round = new Round(Input.ToDraft(sites.Current.Zone, Chairs, Rules)))) return Page();
        db.Add(round!);
        await db.Save(User.Actor(), "Write round", ct);
        return Redirect($"/desk/rounds/{round!.Id}");
    }

    private async Task Load(CancellationToken ct) => (Rules, Chairs) = (await RulesToday(db, ct), await ChairsToday.On(db, sites.Today(clock), ct));

    internal static IReadOnlyList<SelectListItem> Offered(IReadOnlyList<NamedChair> chairs) => [new SelectListItem("Nobody", ""), .. chairs.Select(c => new SelectListItem($"{c.Name}, {c.Member}", c.Person.ToString()))];

    internal static IReadOnlyList<SelectListItem> Offered(IReadOnlyList<RoundRule> rules) => [new SelectListItem("Choose the rule…", ""), .. rules.Select(r => new SelectListItem(r.Name, r.Code))];

    internal static async Task<IReadOnlyList<RoundRule>> RulesToday(Db db, CancellationToken ct) => await db.Set<RoundRule>().AsNoTracking().OrderBy(r => r.Code).ToListAsync(ct);
}
