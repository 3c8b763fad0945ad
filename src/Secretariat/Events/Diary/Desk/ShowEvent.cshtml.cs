using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Conference;
using Secretariat.Events.Invitations;
using Secretariat.Events.Kinds;
using Secretariat.Events.Minutes;
using Secretariat.Events.Papers;
using Secretariat.Events.Wishes;
using Secretariat.Funding.Deals;
using Secretariat.Members.Themes;
using Secretariat.Planning;
using Secretariat.Planning.Calendar;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Diary.Desk;

public sealed class ShowEventModel(Db db, ChangeEvent change, Sites sites, TimeProvider clock) : PageModel
{
    public sealed record PromiseOf(string Code, string Title, int Number, DateOnly Day);

    public Event At { get; private set; } = null!;
    public EventKind Kind { get; private set; } = null!;
    /// <summary>Those asked who hold no position there any more: their link does not work, and they get no letters.</summary>
    public IReadOnlySet<Guid> Gone { get; private set; } = new HashSet<Guid>();

    public IReadOnlyList<Invitee> Invitees { get; private set; } = [];
    public IReadOnlyList<EventAction> Actions { get; private set; } = [];
    public IReadOnlyList<EventPaper> Papers { get; private set; } = [];
    public IReadOnlyList<DecidedThere> Decisions { get; private set; } = [];
    public PromiseOf? Promise { get; private set; }
    public IReadOnlyList<string> Themes { get; private set; } = [];
    public Wish? Wished { get; private set; }
    /// <summary>What it cost and who covers it, as Funding knows it.</summary>
    public EventMoney Money { get; private set; } = EventMoney.None;

    /// <summary>Null where nobody holds places.</summary>
    public PlacesOf? Places { get; private set; }

    public sealed record PlacesOf(int Named, int In);

    public DateOnly Today { get; private set; }
    public bool DayCame => At.Day <= Today;
    public bool Ahead { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAnnounceAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!await this.Try(() => change.Announce(At, User.Actor(), clock.GetUtcNow(), ct))) return Page();
        this.Say("Announced. Now invite an audience.");
        return Redirect($"/desk/events/{id}");
    }

    public async Task<IActionResult> OnPostDoneAsync(Guid id, [FromForm] Guid action, CancellationToken ct)
    {
        if (!await Load(id, ct) || await db.Set<EventAction>().SingleOrDefaultAsync(a => a.Id == action && a.Event == id, ct) is not { } taken) return NotFound();
        if (!await this.Try(async () =>
        {
            taken.Done(null, clock.GetUtcNow());
            await db.Save(User.Actor(), "Close action", ct);
        })) return Page();
        return Redirect($"/desk/events/{id}#actions");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Event>().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } at) return false;
        At = at;
        (Today, Ahead) = (sites.Today(clock), at.When.StartsAt > clock.GetUtcNow());
        Kind = await db.Set<EventKind>().AsNoTracking().SingleAsync(k => k.Id == at.Kind, ct);
        Invitees = [.. (await db.Set<Invitee>().AsNoTracking().Where(i => i.Event == id).ToListAsync(ct)).OrderBy(i => i.WalkIn).ThenBy(i => i.Name.Folded(), StringComparer.Ordinal)];
        if (at.State != EventState.Held) Gone = (await db.Set<Invitee>().Where(i => i.Event == id).Select(i => i.Id).Except(db.Set<Invitee>().Where(i => i.Event == id).ThereOn(db, Today).Select(i => i.Id)).ToListAsync(ct)).ToHashSet();
        Actions = await db.Set<EventAction>().AsNoTracking().Where(a => a.Event == id).OrderBy(a => a.Due).ToListAsync(ct);
        Money = (await EventMoney.Of(db, [id], ct))[id];
        Papers = await db.Set<EventPaper>().AsNoTracking().Where(p => p.Event == id).OrderBy(p => p.Place).ToListAsync(ct);
        Themes = at.Themes.Count == 0 ? [] : await db.Set<Theme>().Where(t => at.Themes.Contains(t.Code)).OrderBy(t => t.Name).Select(t => t.Name).ToListAsync(ct);
        if (Kind.HasTickets && await db.Set<Ticketing>().AnyAsync(t => t.Event == id, ct))
            Places = new(await db.Set<Ticket>().CountAsync(t => t.Event == id && t.State == TicketState.Valid, ct), await db.Set<Ticket>().CountAsync(t => t.Event == id && t.CheckedInAt != null, ct));
        if (Kind.HasThemes) Wished = await db.Set<Wish>().AsNoTracking().FirstOrDefaultAsync(w => w.MadeInto == id, ct);
        if (Kind.IsBoard) Decisions = await DecidedThere.Of(db, at, ct);
        if (at.Planned is { } planned)
            Promise = await db.Set<PlannedDate>().Where(d => d.Id == planned).Join(db.Set<Outcome>(), d => d.Outcome, o => o.Id, (d, o) => new PromiseOf(o.Code, o.Title, d.Number, d.Date)).SingleOrDefaultAsync(ct);
        return true;
    }
}
