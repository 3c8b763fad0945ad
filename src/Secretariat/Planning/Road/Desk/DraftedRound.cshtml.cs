using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Planning.Paper;
using Secretariat.Platform.Access;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Planning.Road.Desk;

/// <summary>The round of a step, filled in: only when it closes is still to say.</summary>
[Authorize(Rights.CanRunRounds)]
public sealed class DraftedRoundModel(Db db, StepRound verb, Papers papers, Sites sites, TimeProvider clock) : PageModel
{
    private const int DaysToAnswer = 14;

    [BindProperty] public ClosingInput Input { get; set; } = new();

    public sealed class ClosingInput
    {
        [Required(ErrorMessage = "Choose the last day for answers.")] public DateOnly? ClosesDay { get; set; }
        [Required(ErrorMessage = "Choose the time.")] public TimeOnly? ClosesTime { get; set; } = new(17, 0);
    }

    public PlanStep Step { get; private set; } = null!;
    public Plan Plan { get; private set; } = null!;
    public RoundDraft Draft { get; private set; } = null!;
    public string Rule { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        Input.ClosesDay = sites.Today(clock).AddDays(DaysToAnswer);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        Round? round = null;
        if (!ModelState.IsValid || !await this.Try(async () => round = await verb.Draft(id, Input.ClosesDay!.Value.At(Input.ClosesTime!.Value, sites.Current.Zone), Step.Invented, User.Actor(), ct))) return Page();
        return Redirect($"/desk/rounds/{round!.Id}/open");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<PlanStep>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && (s.Kind == StepKind.Comments || s.Kind == StepKind.Confirmation), ct) is not { } step) return false;
        (Step, Plan) = (step, await db.Set<Plan>().AsNoTracking().SingleAsync(p => p.Id == step.Plan, ct));
        Draft = StepRound.DraftOf(step, Plan, await papers.Of(Plan, ct), clock.GetUtcNow());
        Rule = await db.Set<RoundRule>().Where(r => r.Code == step.Rule).Select(r => r.Name + ". " + r.Description).SingleOrDefaultAsync(ct) ?? $"There is no rule “{step.Rule}” here.";
        return true;
    }
}
