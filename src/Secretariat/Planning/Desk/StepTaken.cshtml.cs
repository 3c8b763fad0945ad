using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Planning.Road;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Planning.Desk;

public sealed class StepTakenModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    public PlanStep Step { get; private set; } = null!;

    public string Year { get; private set; } = "";

    [BindProperty] public StepInput Input { get; set; } = new();

    public sealed class StepInput
    {
        [Required(ErrorMessage = "Choose the day on which it was taken.")] public DateOnly? On { get; set; }
        [StringLength(WebAddress.MaxLength)] public string? Evidence { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        Input.On = Step.Date;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !this.Try(() => Step.Take(Input.On!.Value, Input.Evidence, User.Actor(), sites.Today(clock)))) return Page();
        if (!await this.Try(() => db.Save(User.Actor(), "Take plan step", ct))) return Page();
        this.Say($"Recorded: {Step.Title}.");
        return Redirect($"/desk/plan/road?year={Year}#{Step.Code}");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<PlanStep>().SingleOrDefaultAsync(step => step.Id == id, ct) is not { } step) return false;
        Step = step;
        Year = (await db.Set<Plan>().AsNoTracking().SingleAsync(plan => plan.Id == step.Plan, ct)).Year.Code;
        return true;
    }
}
