using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Conference.Desk;

/// <summary>The list for the door when the network is down, by surname with a box to tick. What people need stands only on the list that is asked for.</summary>
public sealed class DoorListModel(Db db) : PageModel
{
    /// <summary>For those who prepare it: whoever needs something, and what.</summary>
    [BindProperty(SupportsGet = true)] public bool Needs { get; set; }

    public Event At { get; private set; } = null!;
    public IReadOnlyList<CheckedInModel.Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<Event>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } at) return NotFound();
        At = at;
        var tickets = await db.Set<Ticket>().AsNoTracking().Where(t => t.Event == id && t.State == TicketState.Valid && (!Needs || t.Needs != null)).ToListAsync(ct);
        var bodies = await db.Set<Organisation>().Where(o => db.Set<Ticket>().Any(t => t.Event == id && t.Organisation == o.Id)).ToDictionaryAsync(o => o.Id, o => o.ShortName, ct);
        Rows = [.. tickets.Select(t => new CheckedInModel.Row(t, t.Organisation is { } body ? bodies.GetValueOrDefault(body, "") : "")).OrderBy(r => Surname(r.Ticket.Name), StringComparer.Ordinal).ThenBy(r => r.Ticket.Id)];
        return Page();
    }

    /// <summary>The last word first: names are kept as people write them.</summary>
    internal static string Surname(string name) => name.Trim() is var said && said.LastIndexOf(' ') is > 0 and var at ? $"{said[(at + 1)..]} {said[..at]}".Folded() : name.Folded();
}
