using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Planning.Calendar;
using Secretariat.Platform.Access;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Planning.Desk;

public sealed class MoveDateModel(Db db) : PageModel
{
    public PlannedDate Date { get; private set; } = null!;
    public Outcome Outcome { get; private set; } = null!;
    public Plan Plan { get; private set; } = null!;

    /// <summary>Outcomes whose dates are tied to this one's.</summary>
    public IReadOnlyList<string> Followers { get; private set; } = [];

    [BindProperty] public MoveInput Input { get; set; } = new();

    [BindProperty, StringLength(300)] public string? DropReason { get; set; }

    public sealed class MoveInput
    {
        [Required(ErrorMessage = "Choose the new day.")] public DateOnly? To { get; set; }
        [StringLength(300)] public string? Reason { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        Input.To = Date.Date;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !this.Try(() => Date.Move(Input.To!.Value, Input.Reason ?? "", Plan.Year))) return Page();
        return await Saved("Move planned date", $"{Outcome.Title} {Date.Number} is now on {Date.Date.Long()} and stays there.", ct);
    }

    public async Task<IActionResult> OnPostDropAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        ModelState.Clear();
        if (string.IsNullOrWhiteSpace(DropReason)) ModelState.AddModelError(nameof(DropReason), "Say why it is dropped.");
        if (!ModelState.IsValid || !this.Try(() => Date.Drop(DropReason!))) return Page();
        return await Saved("Drop planned date", $"{Outcome.Title} {Date.Number} of {Date.Date.Long()} is dropped.", ct);
    }

    public async Task<IActionResult> OnPostLetGoAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        Date.LetGo();
        return await Saved("Let go of planned date", $"{Outcome.Title} {Date.Number} is placed with the others the next time the calendar is drawn.", ct);
    }

    private async Task<IActionResult> Saved(string verb, string said, CancellationToken ct)
    {
        if (!await this.Try(() => db.Save(User.Actor(), verb, ct))) return Page();
        this.Say(said);
        return Redirect("/desk/calendar");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<PlannedDate>().SingleOrDefaultAsync(date => date.Id == id, ct) is not { } date) return false;
        Date = date;
        Outcome = await db.Set<Outcome>().SingleAsync(outcome => outcome.Id == date.Outcome, ct);
        Plan = await db.Set<Plan>().SingleAsync(plan => plan.Id == Outcome.Plan, ct);
        Followers = [.. (await db.Set<Outcome>().Where(outcome => outcome.Plan == Plan.Id).ToListAsync(ct)).Where(outcome => outcome.Cadence.TiedTo == Outcome.Code).Select(outcome => outcome.Title)];
        return true;
    }
}
