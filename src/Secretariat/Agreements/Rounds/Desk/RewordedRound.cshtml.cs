using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Members.Asks;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Rounds.Desk;

/// <summary>A new wording of a round that is open.</summary>
[Authorize(Rights.CanRunRounds)]
public sealed class RewordedRoundModel(Db db, NewVersion verb, OpenAsks asks, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty] public TextInput Input { get; set; } = new();

    public Round Round { get; private set; } = null!;
    public string? Redlined { get; private set; }

    /// <summary>How many of those who are written to at once had as many letters as one should have in a week.</summary>
    public int Tired { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (Round.State != RoundState.Open) return Redirect($"/desk/rounds/{id}");
        Input.Take(Round, sites.Current.Zone);
        return Page();
    }

    public async Task<IActionResult> OnPostLookAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (ModelState.IsValid) this.Try(() => Redlined = Redline.Html(Round.Latest.Text, Input.Words()));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(() => verb.Run(id, Input.Read, Input.Text, Input.Words(), Input.Closes(sites.Current.Zone), User.Actor(), clock.GetUtcNow(), ct))) return Page();
        this.Say("The new version went to everybody as a redline.");
        return Redirect($"/desk/rounds/{id}");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Round>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.OpenedAt != null, ct) is not { } round) return false;
        Round = round;
        var electors = await db.Set<Elector>().AsNoTracking().Where(e => e.Round == id).ToListAsync(ct);
        Tired = await asks.Tired(await WhoMayAnswer.PeopleAsked(db, electors, sites.Today(clock), ct), clock.GetUtcNow(), ct);
        return true;
    }
}
