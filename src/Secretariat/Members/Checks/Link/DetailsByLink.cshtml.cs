using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Checks.Link;

/// <summary>Looking at one's details by the signed link. GET only shows, POST answers; an old letter shows nothing any more, since letters are passed on.</summary>
public sealed class DetailsByLinkModel(Db db, AnswerCheck verb, CheckAsks asks, Sites sites, TimeProvider clock) : DetailsPage(db, verb, sites, clock)
{
    private const int DaysAfter = 14;
    private readonly Db _db = db;
    private readonly (Sites Sites, TimeProvider Clock) _now = (sites, clock);

    public bool Known { get; private set; }
    public bool Over { get; private set; }
    public DateOnly Closed { get; private set; }
    protected override CheckWay Way => CheckWay.Link;

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        await Read(token, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct) => await Read(token, ct) && await Said(ct) ? Redirect($"/a/d/{token}") : Page();

    private async Task<bool> Read(string token, CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (asks.Read(token) is { } says && await _db.Set<CheckRound>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == says.Round, ct) is { } round)
        {
            Closed = round.Closes;
            Over = _now.Sites.Today(_now.Clock) > round.Closes.AddDays(DaysAfter);
            if (!Over && await Load(says.Person, ct)) return Known = true;
        }
        Response.StatusCode = Over ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound;
        return false;
    }
}
