using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Events.Invitations;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Minutes.Desk;

public sealed class WrittenMinutesModel(Db db, WriteMinutes write, Sites sites, TimeProvider clock) : PageModel
{
    public const int Rows = 4;

    [BindProperty] public MinutesInput Input { get; set; } = new();

    public sealed class MinutesInput
    {
        [StringLength(Event.MaxMinutes)] public string? Text { get; set; }
        public int Version { get; set; }
        public List<Guid?> Who { get; set; } = [];
        public List<string?> What { get; set; } = [];
        public List<DateOnly?> Due { get; set; } = [];
    }

    public Event At { get; private set; } = null!;

    /// <summary>Who was asked, their colleagues, one of whom may have come as deputy, and the secretariat's own people.</summary>
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        (Input.Text, Input.Version) = (At.Minutes, At.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        var actions = Enumerable.Range(0, Rows).Select(n => (Who: Input.Who.ElementAtOrDefault(n), What: Input.What.ElementAtOrDefault(n), Due: Input.Due.ElementAtOrDefault(n)))
            .Where(a => a.Who is not null || !string.IsNullOrWhiteSpace(a.What)).Select(a => new TakenOn(a.Who ?? Guid.Empty, a.What, a.Due)).ToList();
        if (!ModelState.IsValid || !await this.Try(() => write.Run(id, Input.Text, actions, User.Actor(), clock.GetUtcNow(), ct, Input.Version))) return Page();
        this.Say(actions.Count == 0 ? "Minutes kept." : $"Minutes kept, with {actions.Count} {(actions.Count == 1 ? "action" : "actions")}.");
        return Redirect($"/desk/events/{id}");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Event>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } at) return false;
        At = at;
        var today = sites.Today(clock);
        var held = db.Set<Position>().Where(x => x.From <= today && (x.To == null || today <= x.To));
        var people = await db.Set<Person>().AsNoTracking().Where(p => p.EmailKey != "" && p.Canonical == p.Id && db.Set<Person>().Any(o => o.Canonical == p.Id
                && (db.Set<Invitee>().Any(i => i.Event == id && i.Person == o.Id)
                    || held.Any(x => x.Person == o.Id && (x.Kind == PositionKind.Staff || db.Set<Invitee>().Any(i => i.Event == id && i.Organisation == x.Organisation))))))
            .OrderBy(p => p.SortName).Select(p => new { p.Name, p.Id }).ToListAsync(ct);
        People = [.. people.Select(p => new SelectListItem(p.Name, p.Id.ToString()))];
        return true;
    }
}
