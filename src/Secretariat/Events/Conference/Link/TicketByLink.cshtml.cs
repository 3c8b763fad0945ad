using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Conference.Programme;
using Secretariat.Events.Diary;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;

namespace Secretariat.Events.Conference.Link;

/// <summary>One ticket, as whoever has it sees it: what to show at the door, what they need, and how to give it up.</summary>
public sealed class TicketByLinkModel(Db db, NamePlaces verb, TicketTokens tokens, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty] public TicketInput Input { get; set; } = new();

    public sealed class TicketInput
    {
        public bool GiveUp { get; set; }
        [StringLength(Conference.Ticket.MaxNeeds, ErrorMessage = "Keep it under 500 letters.")] public string? Needs { get; set; }
    }

    public bool Known { get; private set; }
    public Ticket Ticket { get; private set; } = null!;
    public Event At { get; private set; } = null!;
    public string Picture { get; private set; } = "";
    public IReadOnlyList<ProgrammeSession> Sessions { get; private set; } = [];
    public Site Site => sites.Current;
    public bool CanChange => Ticket.IsValid && Ticket.CheckedInAt is null && At.State == EventState.Announced && At.When.StartsAt > clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        if (await Read(token, ct)) Input.Needs = Ticket.Needs;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        if (!await Read(token, ct) || !ModelState.IsValid) return Page();
        var by = new Actor(Ticket.Person, Ticket.Name);
        return await this.Try(() => !CanChange ? throw new RuleBroken("This ticket changes no more.") : Input.GiveUp ? verb.Clear(Ticket.Id, by, clock.GetUtcNow(), ct) : verb.Need(Ticket.Id, Input.Needs, own: true, by, ct)) ? Redirect($"/a/ticket/{token}") : Page();
    }

    private async Task<bool> Read(string token, CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (tokens.ReadTicket(token) is { } id && await db.Set<Ticket>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == id && t.Email != "", ct) is { } ticket)
        {
            (Ticket, Picture) = (ticket, $"/a/ticket/{token}.png");
            At = await db.Set<Event>().AsNoTracking().SingleAsync(e => e.Id == ticket.Event, ct);
            Sessions = ticket.IsValid ? await db.Set<ProgrammeSession>().AsNoTracking().Where(s => s.Event == At.Id && s.Circulation == Circulation.Public).OrderBy(s => s.Starts).ThenBy(s => s.Room).ToListAsync(ct) : [];
            return Known = true;
        }
        Response.StatusCode = StatusCodes.Status404NotFound;
        return false;
    }
}
