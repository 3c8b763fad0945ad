using Microsoft.AspNetCore.Mvc;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Conference.Desk;

/// <summary>Staff name people for a member that rang, and at the door.</summary>
public sealed class AllocatedPlacesModel(Db db, NamePlaces verb, Sites sites, TimeProvider clock) : PlacesPage(db, verb, sites, clock)
{
    protected override bool AtTheDoor => true;
    protected override Task<Actor> Who(CancellationToken ct) => Task.FromResult(User.Actor());

    public async Task<IActionResult> OnGetAsync(Guid id, Guid allocation, CancellationToken ct) => await Load(allocation, null, ct) && At.Id == id ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid allocation, CancellationToken ct)
    {
        if (!await Load(allocation, null, ct) || At.Id != id) return NotFound();
        return await Done(ct) ? Redirect($"/desk/events/{id}/places/{allocation}") : Page();
    }
}
