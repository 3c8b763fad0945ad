using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Invitations;
using Secretariat.Events.Kinds;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Diary.Desk;

public sealed class EventsListModel(Db db) : PageModel
{
    private const int Shown = 200;

    public sealed record Row(Guid Id, string Title, string Kind, DateOnly Day, EventState State, int Asked, int Coming, int There, bool Invented);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IEnumerable<(string Title, IReadOnlyList<Row> Rows)> Parts =>
        [("To come", [.. Rows.Where(r => r.State is EventState.Draft or EventState.Announced).OrderBy(r => r.Day)]), ("Held and cancelled", [.. Rows.Where(r => r.State is EventState.Held or EventState.Cancelled)])];

    public async Task OnGetAsync(CancellationToken ct) =>
        Rows = await (from at in db.Set<Event>().AsNoTracking()
                      join kind in db.Set<EventKind>() on at.Kind equals kind.Id
                      orderby at.Day descending, at.Id
                      select new Row(at.Id, at.Title, kind.Name, at.Day, at.State, db.Set<Invitee>().Count(i => i.Event == at.Id && !i.WalkIn && i.LeftOut == null), db.Set<Invitee>().Count(i => i.Event == at.Id && (i.Reply == Reply.Coming || i.Reply == Reply.Deputy)),
                          db.Set<Invitee>().Count(i => i.Event == at.Id && (i.Presence == Presence.There || i.Presence == Presence.DeputyThere)), at.Invented)).Take(Shown).ToListAsync(ct);
}
