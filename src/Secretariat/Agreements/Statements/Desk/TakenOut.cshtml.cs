using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Statements.Desk;

/// <summary>The released text as it goes out, and the two ways to carry it out by hand.</summary>
[Authorize(Rights.CanRunRounds)]
public sealed class TakenOutModel(Db db, ReleaseStatement door, TakeOutStatement take, Sites sites, TimeProvider clock) : MandatePage(db, door, sites, clock)
{
    private readonly TimeProvider _clock = clock;

    [BindProperty] public WayInput Input { get; set; } = new();

    public sealed class WayInput
    {
        [Required(ErrorMessage = "Choose by which way it goes.")] public ReleaseChannel? Channel { get; set; }
        [StringLength(Release.MaxTitle, ErrorMessage = "Keep it under 300 letters.")] public string? To { get; set; }
        [StringLength(320, ErrorMessage = "That is longer than an address can be.")] public string? Sender { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        Release? release = null;
        if (!ModelState.IsValid || !await this.Try(async () => release = await take.Run(id, Input.Channel!.Value, Input.To, Input.Sender, User.Actor(), _clock.GetUtcNow(), ct))) return Page();
        this.Say("The sealed file is made, and that it was made is on record. Hand it in, then give the receipt below.");
        return Redirect($"/desk/releases/{release!.Id}");
    }
}
