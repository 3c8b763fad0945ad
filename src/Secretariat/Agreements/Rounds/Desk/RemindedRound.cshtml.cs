using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Asks;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Rounds.Desk;

/// <summary>Staff chase those who have not answered: whom, when each was last written to, and who has had enough this week, before anything leaves.</summary>
[Authorize(Rights.CanRunRounds)]
public sealed class RemindedRoundModel(Db db, RoundAsks asks, OpenAsks open, WriteAsks write, Sites sites, TimeProvider clock) : PageModel
{
    public sealed record Line(Ask Ask, DateTimeOffset? Last, int InLastWeek)
    {
        public bool Tired => InLastWeek >= AskRules.WeeklyCap;
    }

    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(10);

    public Round Round { get; private set; } = null!;
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>Those to write to: person and what is asked.</summary>
    [BindProperty] public List<string> To { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        var now = clock.GetUtcNow();
        To = [.. Lines.Where(l => !l.Tired && !AskRules.InPeace(l.Last, now, sites.Current.Zone)).Select(l => Name(l.Ask))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        var now = clock.GetUtcNow();
        // A button that is pressed twice must not write twice.
        if (To.Count > 0 && Lines.Where(l => To.Contains(Name(l.Ask))).All(l => now - l.Last < JustNow))
        {
            ModelState.AddModelError("", "They were written to a moment ago.");
            return Page();
        }
        var chosen = Lines.Where(l => To.Contains(Name(l.Ask)) && !(now - l.Last < JustNow)).Select(l => l.Ask).ToList();
        if (chosen.Count == 0)
        {
            ModelState.AddModelError("", "Nobody is chosen. Tick those to write to.");
            return Page();
        }
        var letters = await write.Now(chosen, now, ct);
        this.Say(letters == 1 ? "One letter is on its way." : $"{letters} letters are on their way.");
        return Redirect($"/desk/rounds/{id}");
    }

    public static string Name(Ask ask) => $"{ask.Person:N}:{ask.Key}";

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.Set<Round>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.State == RoundState.Open, ct) is not { } round || !round.IsOpenAt(now)) return false;
        Round = round;
        var missing = await asks.Of(db, round, now, ct);
        var (last, had) = (await open.LastAsked(missing, ct), await open.InLastWeek(now, ct));
        Lines = [.. missing.Select(a => new Line(a, last.TryGetValue((a.Person, a.Kind, a.Key), out var at) ? at : null, had.GetValueOrDefault(a.Person)))];
        return true;
    }
}
