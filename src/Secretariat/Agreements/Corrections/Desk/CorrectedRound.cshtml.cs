using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Rounds.Desk;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Corrections.Desk;

/// <summary>Proposing a correction to the two Chairs, or dropping one that is under way. Passing one is nobody's here.</summary>
[Authorize(Rights.CanRunRounds)]
public sealed class CorrectedRoundModel(Db db, ProposeCorrection propose, DropCorrection drop, TimeProvider clock) : PageModel
{
    [BindProperty] public CorrectionInput Input { get; set; } = new();

    public sealed class CorrectionInput : WordsInput
    {
        /// <summary>Why it changes no meaning; or why it is dropped.</summary>
        [StringLength(2000)] public string? Why { get; set; }
    }

    public Round Round { get; private set; } = null!;
    public Correction? UnderWay { get; private set; }
    public string? Redlined { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (Round.State != RoundState.Open) return Redirect($"/desk/rounds/{id}");
        Input.Take(Round);
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
        if (!ModelState.IsValid || !await this.Try(() => propose.Run(id, Input.Read, Input.Text, Input.Words(), Input.Why, User.Actor(), clock.GetUtcNow(), ct))) return Page();
        this.Say("The correction waits for the two Chairs. Its state stands below.");
        return Redirect($"/desk/rounds/{id}#corrections");
    }

    public async Task<IActionResult> OnPostDropAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(() => drop.Run(id, Input.Why, User.Actor(), clock.GetUtcNow(), ct))) return Page();
        this.Say("The correction is dropped. The text stays as it was.");
        return Redirect($"/desk/rounds/{id}#corrections");
    }

    /// <summary>After an objection the text stays, and no new version is sent: it leaves today's list.</summary>
    public async Task<IActionResult> OnPostLeaveAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        var stopped = await db.Set<Correction>().Where(c => c.Round == id && c.State == CorrectionState.Objected).ToListAsync(ct);
        foreach (var correction in stopped) correction.Leave(clock.GetUtcNow());
        await db.Save(User.Actor(), "Leave the text as it is", ct);
        return Redirect($"/desk/rounds/{id}#corrections");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Round>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.OpenedAt != null, ct) is not { } round) return false;
        Round = round;
        UnderWay = await db.CorrectionUnderWay(id, ct);
        return true;
    }
}
