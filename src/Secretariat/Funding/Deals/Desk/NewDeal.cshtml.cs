using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Funding.Deals.Desk;

/// <summary>Begins a deal: first with whom, so that staff see which members talk to them already, then what it is.</summary>
public sealed class NewDealModel(Db db, RunDeal run, IEnumerable<IDealEvents> events, IEnumerable<IMemberTalks> talks, Sites sites, TimeProvider clock) : DealFormPage(db, events, talks, sites, clock)
{
    private readonly Db _db = db;
    private readonly TimeProvider _clock = clock;

    [BindProperty(SupportsGet = true, Name = "sponsor")] public Guid? SponsorId { get; set; }

    /// <summary>The event it is begun for.</summary>
    [BindProperty(SupportsGet = true, Name = "at")] public Guid? For { get; set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await Load(ct);
        Input.Event = For;
        Input.Owner = User.PersonId();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await Load(ct);
        Deal? made = null;
        if (!ModelState.IsValid || !await this.Try(async () => made = await run.Begin(Input.Draft() with { Organisation = Sponsor?.Id }, User.Actor(), _clock.GetUtcNow(), ct))) return Page();
        this.Say("Begun, as an idea. Say what is next, and move it on when you have talked.");
        return Redirect($"/desk/funding/deals/{made!.Id}");
    }

    private async Task Load(CancellationToken ct)
    {
        Sponsor = await _db.Set<Organisation>().AsNoTracking().SingleOrDefaultAsync(o => o.Id == SponsorId && o.Kind != OrganisationKind.Member, ct);
        await LoadForm(ct);
    }
}
