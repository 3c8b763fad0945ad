using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Conference.Link;

/// <summary>The same by the link of the weekly letter, for as long as whoever got it may name people. GET only shows.</summary>
public sealed class PlacesByLinkModel(Db db, NamePlaces verb, TicketTokens tokens, Sites sites, TimeProvider clock) : PlacesPage(db, verb, sites, clock)
{
    private readonly Db _db = db;
    private readonly Sites _sites = sites;
    private Guid _person;

    public bool Known { get; private set; }
    public Site Site => _sites.Current;

    protected override async Task<Actor> Who(CancellationToken ct) => new(_person, await _db.Set<Person>().Where(p => p.Id == _person).Select(p => p.Name).SingleAsync(ct));

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        await Read(token, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct) => await Read(token, ct) && await Done(ct) ? Redirect($"/a/places/{token}") : Page();

    private async Task<bool> Read(string token, CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (tokens.ReadPlaces(token) is { } says && await _db.Set<Person>().Where(p => p.Id == says.Person).Select(p => (Guid?)p.Canonical).SingleOrDefaultAsync(ct) is { } person && await Load(says.Allocation, person, ct))
        {
            _person = person;
            return Known = true;
        }
        Response.StatusCode = StatusCodes.Status404NotFound;
        return false;
    }
}
