using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Planning.Road.Desk;

/// <summary>Recording, or putting right, what government or another body beside the members confirmed.</summary>
[Authorize(Rights.CanEditPlan)]
public sealed class BesideConfirmedModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    private BesideConfirmation? _here;
    private Guid _organisation;

    [BindProperty] public ConfirmedInput Input { get; set; } = new();

    public sealed class ConfirmedInput
    {
        [Required(ErrorMessage = "Choose the day on which it confirmed.")] public DateOnly? On { get; set; }
        [StringLength(20)] public string? Amount { get; set; }
        [Required(ErrorMessage = "Say how you know: who wrote or said it, when and to whom."), StringLength(BesideConfirmation.MaxEvidence)] public string? Evidence { get; set; }
        [StringLength(WebAddress.MaxLength)] public string? Link { get; set; }
    }

    public PlanStep Step { get; private set; } = null!;
    public Plan Plan { get; private set; } = null!;
    public string Body { get; private set; } = "";
    public bool IsThere => _here is not null;

    public async Task<IActionResult> OnGetAsync(Guid id, string organisation, CancellationToken ct)
    {
        if (!await Load(id, organisation, ct)) return NotFound();
        Input = new() { On = _here?.On ?? sites.Today(clock), Amount = AnswerInput.Written(_here?.AmountPence), Evidence = _here?.Evidence, Link = _here?.Link };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string organisation, CancellationToken ct)
    {
        if (!await Load(id, organisation, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(async () =>
        {
            var (said, by, now, today) = (new Confirmed(Input.On!.Value, AnswerInput.Pence(Input.Amount), Input.Evidence, Input.Link), User.Actor(), clock.GetUtcNow(), sites.Today(clock));
            if (_here is null) db.Add(new BesideConfirmation(Step, _organisation, said, by, now, today));
            else _here.Correct(Step, said, by, now, today);
            await db.Save(by, "Record confirmation", ct);
        })) return Page();
        this.Say($"Recorded for {Body}.");
        return Redirect($"/desk/plan/road?year={Plan.Year.Code}#{Step.Code}");
    }

    private async Task<bool> Load(Guid id, string organisation, CancellationToken ct)
    {
        if (await db.Set<PlanStep>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) is not { } step || !step.Besides.Contains(organisation)) return false;
        if (await db.Set<Organisation>().AsNoTracking().SingleOrDefaultAsync(o => o.Code == organisation, ct) is not { } body) return false;
        (Step, Body, _organisation) = (step, body.Name, body.Id);
        Plan = await db.Set<Plan>().AsNoTracking().SingleAsync(p => p.Id == step.Plan, ct);
        _here = await db.Set<BesideConfirmation>().SingleOrDefaultAsync(c => c.Step == id && c.Organisation == body.Id, ct);
        return true;
    }
}
