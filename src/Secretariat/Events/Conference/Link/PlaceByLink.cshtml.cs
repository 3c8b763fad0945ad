using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Conference.Link;

/// <summary>Somebody who waits: takes the place that is kept for them, or lets it go.</summary>
public sealed class PlaceByLinkModel(Db db, AskForPlace verb, TicketTokens tokens, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty] public PlaceInput Input { get; set; } = new();

    public sealed class PlaceInput
    {
        public bool Takes { get; set; }
    }

    public bool Known { get; private set; }
    public Waiting Waiting { get; private set; } = null!;
    public Event At { get; private set; } = null!;

    /// <summary>How many come before them.</summary>
    public int Before { get; private set; }

    public Site Site => sites.Current;
    public bool IsKept => Waiting.State == WaitState.Offered && Waiting.Until > clock.GetUtcNow() && At.State == EventState.Announced;
    public bool CanLeave => Waiting.IsOpen && At.State == EventState.Announced;

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        await Read(token, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        if (!await Read(token, ct)) return Page();
        var (by, now) = (new Actor(Waiting.Person, Waiting.Name), clock.GetUtcNow());
        return await this.Try(() => Input.Takes ? verb.Accept(Waiting.Id, by, now, ct) : verb.Leave(Waiting.Id, by, now, ct)) ? Redirect($"/a/place/{token}") : Page();
    }

    private async Task<bool> Read(string token, CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (tokens.ReadPlace(token) is { } id && await db.Set<Waiting>().AsNoTracking().SingleOrDefaultAsync(w => w.Id == id && w.Email != "", ct) is { } waiting)
        {
            Waiting = waiting;
            At = await db.Set<Event>().AsNoTracking().SingleAsync(e => e.Id == waiting.Event, ct);
            Before = await db.Set<Waiting>().CountAsync(w => w.Event == At.Id && w.State == WaitState.Waiting && w.Number < waiting.Number, ct);
            return Known = true;
        }
        Response.StatusCode = StatusCodes.Status404NotFound;
        return false;
    }
}
