using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Events.Diary.Public;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mailing;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Conference.Public;

/// <summary>Everybody asks for a place at a public event that has some. The answer is the same whether or not an address has one already.</summary>
public sealed class AskedPlaceModel(Db db, AskForPlace ask, PlaceLimits limits, TimeProvider clock) : PageModel
{
    private static readonly Actor Form = new(null, "the form for places");

    [BindProperty] public PlaceInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public bool Asked { get; set; }

    public sealed class PlaceInput
    {
        [Required(ErrorMessage = "Give your name."), StringLength(80, ErrorMessage = "Keep it under 80 letters.")] public string? Name { get; set; }
        [Required(ErrorMessage = "Give your e-mail address: the ticket goes there."), StringLength(254)] public string? Email { get; set; }
        [StringLength(120, ErrorMessage = "Keep it under 120 letters.")] public string? Role { get; set; }
        [StringLength(Ticket.MaxNeeds, ErrorMessage = "Keep it under 500 letters.")] public string? Needs { get; set; }

        /// <summary>Nobody sees it; what fills it in is no person.</summary>
        [StringLength(400)] public string? Website { get; set; }
    }

    public Event At { get; private set; } = null!;
    public int Free { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await Load(slug, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (!await Load(slug, ct)) return NotFound();
        var there = $"/events/{slug}/place?asked=true";
        if (!string.IsNullOrEmpty(Input.Website)) return Redirect(there);
        return ModelState.IsValid && await this.Try(() => Ask(ct)) ? Redirect(there) : Page();
    }

    private async Task Ask(CancellationToken ct)
    {
        // What is wrong is said before it counts as a try. A letter goes to whoever's address it is, so the name is no place for an advertisement.
        _ = EmailAddress.Parse(Input.Email);
        if (Input.Name!.Contains("://", StringComparison.Ordinal) || Input.Name.Contains("www.", StringComparison.OrdinalIgnoreCase)) throw new RuleBroken("Give your name.", "Name");
        if (!limits.Take(HttpContext.Connection.RemoteIpAddress))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            throw new RuleBroken("More people ask just now than we can answer. What you typed is still here: try again in ten minutes.");
        }
        await ask.Run(At.Id, new Holder(Input.Name, Input.Email, Input.Role, Input.Needs), null, visitor: true, Form, clock.GetUtcNow(), ct);
    }

    private async Task<bool> Load(string slug, CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        if (await DiaryFeeds.Open(db).SingleOrDefaultAsync(e => e.Slug == slug && e.State == EventState.Announced, ct) is not { } at) return false;
        if (await db.Set<Ticketing>().AsNoTracking().SingleOrDefaultAsync(t => t.Event == at.Id && t.ForPublic, ct) is not { } places) return false;
        (At, Free) = (at, places.ShareFree);
        return true;
    }
}
