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
public sealed class EditRoundModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty] public RoundInput Input { get; set; } = new();

    public Round Round { get; private set; } = null!;
    public IReadOnlyList<RoundRule> Rules { get; private set; } = [];
    public IReadOnlyList<NamedChair> Chairs { get; private set; } = [];
    public IReadOnlyList<SelectListItem> RulesOffered => NewRoundModel.Offered(Rules);
    public IReadOnlyList<SelectListItem> ChairsOffered => NewRoundModel.Offered(Chairs);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (Round.State != RoundState.Draft) return Redirect($"/desk/rounds/{id}");
        Input.TakeAll(Round, sites.Current.Zone);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(async () =>
        {
            Round.Draft(Input.ToDraft(sites.Current.Zone, Chairs, Rules));
            db.Expect(Round, Input.Version);
            await db.Save(User.Actor(), "Edit round", ct);
        })) return Page();
        this.Say("The draft is saved.");
        return Redirect($"/desk/rounds/{id}");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Round>().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } round) return false;
        (Round, Rules, Chairs) = (round, await NewRoundModel.RulesToday(db, ct), await ChairsToday.On(db, sites.Today(clock), ct));
        return true;
    }
}
