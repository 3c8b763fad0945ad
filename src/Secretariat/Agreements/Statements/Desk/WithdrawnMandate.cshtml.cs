using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Statements.Desk;

/// <summary>Withdrawing a mandate: who decided it, and why.</summary>
[Authorize(Rights.CanRunRounds)]
public sealed class WithdrawnMandateModel(Db db, ReleaseStatement door, WithdrawMandate withdraw, Sites sites, TimeProvider clock) : MandatePage(db, door, sites, clock)
{
    private readonly Db _db = db;
    private readonly TimeProvider _clock = clock;

    [BindProperty] public WhyInput Input { get; set; } = new();

    public sealed class WhyInput
    {
        [StringLength(200, ErrorMessage = "Keep it under 200 letters.")] public string? DecidedBy { get; set; }
        [StringLength(1000, ErrorMessage = "Keep it under 1,000 letters.")] public string? Why { get; set; }

        /// <summary>As it was when the form was opened.</summary>
        public int Version { get; set; }
    }

    public int Left { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Look(id, ct)) return NotFound();
        Input.Version = Mandate.Version;
        return Mandate.WithdrawnAt is null ? Page() : Redirect($"/desk/mandates/{id}");
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Look(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(() => withdraw.Run(id, Input.Version, Input.DecidedBy, Input.Why, User.Actor(), _clock.GetUtcNow(), ct))) return Page();
        this.Say("It is withdrawn. What was still to leave under it was stopped, and what has left is marked.");
        return Redirect($"/desk/mandates/{id}");
    }

    /// <summary>After a backup was restored: it still stands.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(Guid id, CancellationToken ct)
    {
        if (!await Look(id, ct)) return NotFound();
        ModelState.Clear();
        if (!await this.Try(async () =>
        {
            (await _db.Set<Rounds.Mandate>().SingleAsync(m => m.Id == id, ct)).Confirm();
            await _db.Save(User.Actor(), "Confirm mandate after a restore", ct);
        })) return Page();
        this.Say("It stands, and lets its text out again.");
        return Redirect($"/desk/mandates/{id}");
    }

    private async Task<bool> Look(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return false;
        Left = await _db.Set<Release>().CountAsync(r => r.Mandate == id && r.CameToNothing == null, ct);
        return true;
    }
}
