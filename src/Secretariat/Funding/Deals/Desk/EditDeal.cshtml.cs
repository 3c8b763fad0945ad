using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Funding.Deals.Desk;

public sealed class EditDealModel(Db db, RunDeal run, IEnumerable<IDealEvents> events, IEnumerable<IMemberTalks> talks, Sites sites, TimeProvider clock) : DealFormPage(db, events, talks, sites, clock)
{
    private readonly Db _db = db;
    private readonly TimeProvider _clock = clock;

    public Deal Of { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        Input = DealInput.Of(Of);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        _db.Expect(Of, Input.Version);
        if (!ModelState.IsValid || !await this.Try(() => run.Change(Of, Input.Draft(), User.Actor(), _clock.GetUtcNow(), ct))) return Page();
        return Redirect($"/desk/funding/deals/{id}");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await _db.Set<Deal>().SingleOrDefaultAsync(d => d.Id == id, ct) is not { } of) return false;
        (Of, IsAgreed) = (of, of.Counts);
        Sponsor = await _db.Set<Organisation>().AsNoTracking().SingleAsync(o => o.Id == of.Organisation, ct);
        await LoadForm(ct);
        return true;
    }
}
