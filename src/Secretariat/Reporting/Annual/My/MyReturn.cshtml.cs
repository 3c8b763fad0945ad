using Microsoft.AspNetCore.Mvc;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Reporting.Annual.My;

public sealed class MyReturnModel(Db db, CollectFigures collect, Sites sites, TimeProvider clock) : ReturnPage(db, collect, sites, clock)
{
    public async Task<IActionResult> OnGetAsync(Guid member, CancellationToken ct) => await Load(member, User.PersonId()!.Value, null, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid member, CancellationToken ct)
    {
        if (!await Load(member, User.PersonId()!.Value, null, ct)) return NotFound();
        return await Said(ct) ? Redirect($"/my/report/{member}") : Page();
    }
}
