using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Rounds.Desk;

/// <summary>Closing a round by hand, or cancelling it.</summary>
[Authorize(Rights.CanRunRounds)]
public sealed class ClosedRoundModel(Db db, CloseRound close, CancelRound cancel, TimeProvider clock) : PageModel
{
    [BindProperty] public WhyInput Input { get; set; } = new();

    public sealed class WhyInput
    {
        [StringLength(1000)] public string? Why { get; set; }
    }

    public Round Round { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) =>
        !await Load(id, ct) ? NotFound() : Round.State is RoundState.Closed or RoundState.Cancelled ? Redirect($"/desk/rounds/{id}") : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(() => close.Run(id, Input.Why, User.Actor(), clock.GetUtcNow(), ct))) return Page();
        return Redirect($"/desk/rounds/{id}");
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(() => cancel.Run(id, Input.Why, User.Actor(), clock.GetUtcNow(), ct))) return Page();
        return Redirect($"/desk/rounds/{id}");
    }

    /// <summary>Somebody has looked at the result; it leaves today's list.</summary>
    public async Task<IActionResult> OnPostSeenAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        ModelState.Clear();
        if (!await this.Try(async () =>
        {
            Round.See(clock.GetUtcNow());
            await db.Save(User.Actor(), "Look at the result", ct);
        })) return Page();
        return Redirect($"/desk/rounds/{id}");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Round>().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } round) return false;
        Round = round;
        return true;
    }
}
