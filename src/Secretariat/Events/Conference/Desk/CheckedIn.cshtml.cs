using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Conference.Desk;

/// <summary>At the door, on a phone: a name or a code, one tap, the next. A ticket's picture opens it here.</summary>
public sealed class CheckedInModel(Db db, CheckIn verb, TimeProvider clock) : PageModel
{
    private const int Most = 60;

    [BindProperty(SupportsGet = true)] public string? Q { get; set; }

    public sealed record Row(Ticket Ticket, string Body);

    public Event At { get; private set; } = null!;
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int Valid { get; private set; }
    public int In { get; private set; }
    public bool More { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(Guid id, [FromForm] Guid ticket, CancellationToken ct) => Act(id, ticket, t => $"{t.Name} is in.", () => verb.Run(id, [ticket], User.Actor(), clock.GetUtcNow(), ct), ct);

    public Task<IActionResult> OnPostUndoAsync(Guid id, [FromForm] Guid ticket, CancellationToken ct) => Act(id, ticket, t => $"{t.Name} is not in.", () => verb.Undo(id, ticket, User.Actor(), ct), ct);

    private async Task<IActionResult> Act(Guid id, Guid ticket, Func<Ticket, string> said, Func<Task> work, CancellationToken ct)
    {
        if (!await Load(id, ct) || await db.Set<Ticket>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == ticket && t.Event == id, ct) is not { } of) return NotFound();
        if (!await this.Try(work)) return Page();
        this.Say(said(of));
        // The next one is another: the words that were looked for are gone.
        return Redirect($"/desk/events/{id}/check-in");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Event>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } at) return false;
        At = at;
        var all = db.Set<Ticket>().AsNoTracking().Where(t => t.Event == id);
        Valid = await all.CountAsync(t => t.State == TicketState.Valid, ct);
        In = await all.CountAsync(t => t.CheckedInAt != null, ct);
        var bodies = await db.Set<Organisation>().Where(o => all.Any(t => t.Organisation == o.Id)).ToDictionaryAsync(o => o.Id, o => o.ShortName, ct);
        var (words, code) = ((Q ?? "").Trim().Folded(), (Q ?? "").Trim().ToUpperInvariant());
        // A code finds its ticket whatever became of it; names find those that are valid.
        var found = (await all.Where(t => t.State == TicketState.Valid || t.Code == code).ToListAsync(ct))
            .Select(t => new Row(t, t.Organisation is { } body ? bodies.GetValueOrDefault(body, "") : ""))
            .Where(r => words.Length == 0 || r.Ticket.Code == code || (r.Ticket.IsValid && $"{r.Ticket.Name} {r.Body}".Folded().Contains(words, StringComparison.Ordinal)))
            .OrderBy(r => r.Ticket.CheckedInAt is not null).ThenBy(r => DoorListModel.Surname(r.Ticket.Name), StringComparer.Ordinal).ToList();
        (Rows, More) = ([.. found.Take(Most)], found.Count > Most);
        return true;
    }
}
