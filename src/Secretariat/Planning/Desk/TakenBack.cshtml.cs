using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Planning.ByHand;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Planning.Desk;

public sealed class TakenBackModel(Db db) : PageModel
{
    public HandEvidence Evidence { get; private set; } = null!;
    public Outcome Outcome { get; private set; } = null!;

    [BindProperty] public ReasonInput Input { get; set; } = new();

    public sealed class ReasonInput
    {
        [Required(ErrorMessage = "Say why it is taken back."), StringLength(300)] public string? Reason { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !this.Try(() => Evidence.TakeBack(Input.Reason!))) return Page();
        if (!await this.Try(() => db.Save(User.Actor(), "Take evidence back", ct))) return Page();
        this.Say("Taken back. It no longer counts.");
        return Redirect($"/desk/plan/{Outcome.Code}#evidence");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<HandEvidence>().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } evidence) return false;
        Evidence = evidence;
        Outcome = await db.Set<Outcome>().AsNoTracking().SingleAsync(outcome => outcome.Id == evidence.Outcome, ct);
        return true;
    }
}
