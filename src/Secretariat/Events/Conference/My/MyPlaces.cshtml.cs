using Microsoft.AspNetCore.Mvc;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Conference.My;

/// <summary>A member's places, signed in.</summary>
public sealed class MyPlacesModel(Db db, NamePlaces verb, Sites sites, TimeProvider clock) : PlacesPage(db, verb, sites, clock)
{
    protected override Task<Actor> Who(CancellationToken ct) => Task.FromResult(User.Actor());

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, User.PersonId()!.Value, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, User.PersonId()!.Value, ct)) return NotFound();
        return await Done(ct) ? Redirect($"/my/conference/{id}") : Page();
    }
}
