using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Reporting.Annual.Link;

/// <summary>Giving figures by the signed link, for as long as its owner answers for the member. GET only shows, since mail filters open every link; POST acts.</summary>
public sealed class ReturnByLinkModel(Db db, CollectFigures collect, ReturnAsks asks, Sites sites, TimeProvider clock) : ReturnPage(db, collect, sites, clock)
{
    private readonly Db _db = db;

    public bool Known { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        await Read(token, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct) => await Read(token, ct) && await Said(ct) ? Redirect($"/a/f/{token}") : Page();

    private async Task<bool> Read(string token, CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        // The record that is read today: whoever was merged since is the same person.
        if (asks.Read(token) is { } says && await _db.Set<Person>().Where(p => p.Id == says.Person).Select(p => (Guid?)p.Canonical).SingleOrDefaultAsync(ct) is { } person && await Load(says.Member, person, says.Report, ct)) return Known = Report is not null;
        Response.StatusCode = StatusCodes.Status404NotFound;
        return false;
    }
}
