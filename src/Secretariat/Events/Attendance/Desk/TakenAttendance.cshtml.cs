using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Events.Invitations;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Attendance.Desk;

/// <summary>Everybody on one page, filled in from the answers: a minute's work.</summary>
[RequestFormLimits(ValueCountLimit = WebSetup.MostRows)]
public sealed class TakenAttendanceModel(Db db, TakeAttendance take, TimeProvider clock) : PageModel
{
    public const int Rows = 5;

    [BindProperty] public AttendanceInput Input { get; set; } = new();

    public sealed class AttendanceInput
    {
        public Dictionary<Guid, Presence> Seen { get; set; } = [];
        public List<string?> Names { get; set; } = [];
        public List<string?> Roles { get; set; } = [];
        public List<Guid?> Members { get; set; } = [];

        /// <summary>The event as it was when the list was opened.</summary>
        public int Version { get; set; }
    }

    public Event At { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Members { get; private set; } = [];
    public IReadOnlyList<Invitee> Invitees { get; private set; } = [];

    public Presence MarkOf(Invitee i) => Input.Seen.TryGetValue(i.Id, out var typed) ? typed : i.Presence != Presence.Unknown ? i.Presence
        : i.Reply == Reply.Coming ? Presence.There : i.Reply == Reply.Deputy ? Presence.DeputyThere : i.LeftOut is null ? Presence.Away : Presence.Unknown;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, ct) ? Shown() : NotFound();

    private PageResult Shown()
    {
        Input.Version = At.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostBackAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        ModelState.Clear();
        if (!await this.Try(() => take.Undo(id, User.Actor(), ct))) return Shown();
        this.Say("Taken back. It counts no more; when it does not take place at all, cancel it.");
        return Redirect($"/desk/events/{id}");
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        var unasked = Input.Names.Take(Rows).Select((name, n) => new CameUnasked(name, Input.Roles.ElementAtOrDefault(n), Members.Any(m => m.Value == $"{Input.Members.ElementAtOrDefault(n)}") ? Input.Members[n] : null)).ToList();
        if (!ModelState.IsValid || !await this.Try(() => take.Run(id, Input.Seen, unasked, User.Actor(), clock.GetUtcNow(), ct, Input.Version))) return Page();
        this.Say("Written down. The event counts in the plan from now on.");
        return Redirect($"/desk/events/{id}");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Event>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } at) return false;
        At = at;
        Members = [.. (await db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Member).OrderBy(o => o.SortName).Select(o => new { o.ShortName, o.Id }).ToListAsync(ct)).Select(o => new SelectListItem(o.ShortName, o.Id.ToString()))];
        Invitees = [.. (await db.Set<Invitee>().AsNoTracking().Where(i => i.Event == id).ToListAsync(ct)).OrderBy(i => i.Name.Folded(), StringComparer.Ordinal)];
        return true;
    }
}
