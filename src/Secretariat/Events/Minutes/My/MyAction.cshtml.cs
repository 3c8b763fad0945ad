using Microsoft.AspNetCore.Mvc;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Minutes.My;

/// <summary>One's own action, signed in.</summary>
public sealed class MyActionModel(Db db, Sites sites, TimeProvider clock) : ActionPage(db, sites, clock)
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, User.PersonId(), ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, User.PersonId(), ct)) return NotFound();
        return await Answered(ct) ? Redirect($"/my/actions/{id}") : Page();
    }
}
