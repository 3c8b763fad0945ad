using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Rounds.Desk;

/// <summary>A round of a restored backup goes on once somebody has looked and said until when.</summary>
[Authorize(Rights.CanRunRounds)]
public sealed class WentOnModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    public Round Round { get; private set; } = null!;

    [BindProperty] public GoOnInput Input { get; set; } = new();

    public sealed class GoOnInput
    {
        [Required(ErrorMessage = "Choose the last day for answers.")] public DateOnly? ClosesDay { get; set; }
        [Required(ErrorMessage = "Choose the time.")] public TimeOnly? ClosesTime { get; set; } = new(17, 0);
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(async () =>
        {
            Round.GoOn(Input.ClosesDay!.Value.At(Input.ClosesTime!.Value, sites.Current.Zone), clock.GetUtcNow());
            await db.Save(User.Actor(), "Let round go on", ct);
        })) return Page();
        this.Say($"The round goes on until {Round.ClosesAt.Long(sites.Current.Zone)}.");
        return Redirect($"/desk/rounds/{id}");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Round>().SingleOrDefaultAsync(r => r.Id == id && r.State == RoundState.Open && r.Held != null, ct) is not { } round) return false;
        Round = round;
        return true;
    }
}
