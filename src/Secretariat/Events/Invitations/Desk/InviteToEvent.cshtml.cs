using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Events.Kinds;
using Secretariat.Members.Asks;
using Secretariat.Members.Audiences;
using Secretariat.Platform.Access;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Invitations.Desk;

/// <summary>Inviting an audience: first it shows who that is and why, then a press writes to them.</summary>
public sealed class InviteToEventModel(Db db, InviteAudience invite, OpenAsks asks, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty] public InviteInput Input { get; set; } = new();

    public sealed class InviteInput
    {
        public string? Audience { get; set; }
    }

    public Event At { get; private set; } = null!;
    public string Audience { get; private set; } = InviteAudience.OfKind;
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];
    public IReadOnlyList<Chosen> People { get; private set; } = [];
    public int Tired { get; private set; }
    public string? Fault { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? audience, CancellationToken ct) => await Load(id, audience, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var sent = 0;
        if (!await Load(id, Input.Audience, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(async () => sent = await invite.Run(id, Audience, User.Actor(), clock.GetUtcNow(), ct))) return Page();
        this.Say(sent == 1 ? "One invitation is on its way." : $"{sent} invitations are on their way.");
        return Redirect($"/desk/events/{id}#invitees");
    }

    private async Task<bool> Load(Guid id, string? audience, CancellationToken ct)
    {
        if (await db.Set<Event>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } at) return false;
        (At, Audience) = (at, audience ?? InviteAudience.OfKind);
        var kind = await db.Set<EventKind>().AsNoTracking().SingleAsync(k => k.Id == at.Kind, ct);
        Choices = [new($"As usual for: {kind.Name}", InviteAudience.OfKind), .. at.Themes.Count > 0 ? [new SelectListItem("Everybody whose work has its themes", InviteAudience.OfThemes)] : Array.Empty<SelectListItem>(),
            .. await db.Set<Audience>().AsNoTracking().OrderBy(a => a.Name).Select(a => new SelectListItem(a.Name, a.Code)).ToListAsync(ct)];
        var now = clock.GetUtcNow();
        try
        {
            People = await invite.Preview(at, await invite.Chosen(at, Audience, ct), now.DateIn(sites.Current.Zone), ct);
            Tired = await asks.Tired(People.Where(p => p.Gets).Select(p => p.Person).ToHashSet(), now, ct);
        }
        catch (RuleBroken no)
        {
            Fault = no.Message;
        }
        return true;
    }
}
