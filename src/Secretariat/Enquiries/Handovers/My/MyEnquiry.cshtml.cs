using Microsoft.AspNetCore.Mvc;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Handovers.My;

/// <summary>Settling signed in, for oneself or for those one acts for.</summary>
public sealed class MyEnquiryModel(Db db, SettleHandover verb, Sites sites, TimeProvider clock) : SettlePage(db, verb, sites, clock)
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, User.PersonId()!.Value, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, User.PersonId()!.Value, ct)) return NotFound();
        return await Settled(ct) ? Redirect($"/my/enquiries/{id}") : Page();
    }
}
