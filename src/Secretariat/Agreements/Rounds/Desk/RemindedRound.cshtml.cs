using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Asks;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Rounds.Desk;

/// <summary>Staff chase those who have not answered: whom, when each was last written to, and who has had enough this week, before anything leaves.</summary>
[Authorize(Rights.CanRunRounds)]
public sealed class RemindedRoundModel(Db db, RemindMissing verb, Sites sites, TimeProvider clock) : PageModel
{
    public Round Round { get; private set; } = null!;
    public IReadOnlyList<RemindMissing.Line> Lines { get; private set; } = [];

    /// <summary>Those to write to: person and what is asked.</summary>
    [BindProperty] public List<string> To { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        var now = clock.GetUtcNow();
        To = [.. Lines.Where(l => !l.Tired && !AskRules.InPeace(l.Last, now, sites.Current.Zone)).Select(l => l.Name)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        var letters = 0;
        if (!await this.Try(async () => letters = await verb.Run(id, To, clock.GetUtcNow(), ct))) return Page();
        this.Say(letters == 1 ? "One letter is on its way." : $"{letters} letters are on their way.");
        return Redirect($"/desk/rounds/{id}");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.Set<Round>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.State == RoundState.Open, ct) is not { } round || !round.IsOpenAt(now)) return false;
        (Round, Lines) = (round, await verb.Lines(round, now, ct));
        return true;
    }
}
