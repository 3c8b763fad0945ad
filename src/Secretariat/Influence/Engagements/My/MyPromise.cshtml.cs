using Microsoft.AspNetCore.Mvc;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Influence.Engagements.My;

/// <summary>One's own promise, signed in.</summary>
public sealed class MyPromiseModel(Db db, Sites sites, TimeProvider clock) : PromisePage(db, sites, clock)
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, User.PersonId(), ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, User.PersonId(), ct)) return NotFound();
        return await Answered(ct) ? Redirect($"/my/promises/{id}") : Page();
    }
}
