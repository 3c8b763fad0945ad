using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Conference.Programme;
using Secretariat.Events.Diary;
using Secretariat.Events.Kinds;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;

namespace Secretariat.Events.Conference.My;

/// <summary>What is to come with tickets: the places of one's member, one's own ticket, and asking for a place.</summary>
public sealed class MyConferenceModel(Db db, AskForPlace ask, TicketTokens tokens, Sites sites, TimeProvider clock) : PageModel
{
    private IReadOnlyList<Voice> _voices = [];

    [BindProperty] public AskInput Input { get; set; } = new();

    public sealed class AskInput
    {
        public Guid Event { get; set; }
        [StringLength(Ticket.MaxNeeds, ErrorMessage = "Keep it under 500 letters.")] public string? Needs { get; set; }
    }

    /// <param name="Mine">The link of one's own ticket.</param>
    public sealed record Shown(Event At, Ticketing Places, IReadOnlyList<AllocationRow> Rows, string? Mine, Waiting? Waits, string? Place, IReadOnlyList<ProgrammeSession> Sessions);

    public IReadOnlyList<Shown> Events { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => Load(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await Load(ct);
        if (Events.All(e => e.At.Id != Input.Event)) return NotFound();
        var me = await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == User.PersonId()!.Value, ct);
        var body = _voices.OrderByDescending(v => v.OfMember).Select(v => (Guid?)v.Organisation).FirstOrDefault();
        var became = PlaceAsked.Known;
        if (!ModelState.IsValid || !await this.Try(async () => became = await ask.Run(Input.Event, new Holder(me.Name, me.Email, null, Input.Needs, me.Id), body, visitor: false, User.Actor(), clock.GetUtcNow(), ct))) return Page();
        this.Say(became switch { PlaceAsked.Ticket => "You have a place. Your ticket is on its way to you.", PlaceAsked.Waits => "All places are taken. You are on the waiting list, and get a letter when one is free.", _ => "You have a ticket, or wait for one, already." });
        return Redirect("/my/conference");
    }

    private async Task Load(CancellationToken ct)
    {
        var (today, me) = (sites.Today(clock), User.PersonId()!.Value);
        _voices = await WhoNames.Voices(db, me, today, ct);
        var records = await SamePerson.Records(db, me, ct);
        var events = await db.Set<Ticketing>().AsNoTracking().Join(db.Set<Event>(), t => t.Event, e => e.Id, (t, e) => new { t, e })
            .Where(r => r.e.Day >= today && (r.e.State == EventState.Announced || r.e.State == EventState.Held) && r.e.Circulation != Circulation.NamedPeople)
            .Join(db.Set<EventKind>(), r => r.e.Kind, k => k.Id, (r, k) => new { r.t, r.e, k }).OrderBy(r => r.e.Day).ToListAsync(ct);
        List<Shown> shown = [];
        foreach (var one in events)
        {
            var rows = (await AllocationRow.Of(db, one.e.Id, ct)).Where(r => _voices.MayName(one.k, r.Organisation)).ToList();
            var ticket = await db.Set<Ticket>().AsNoTracking().FirstOrDefaultAsync(t => t.Event == one.e.Id && t.State == TicketState.Valid && t.Person != null && records.Contains(t.Person.Value), ct);
            var waits = await db.Set<Waiting>().AsNoTracking().FirstOrDefaultAsync(w => w.Event == one.e.Id && w.OpenKey != null && w.Person != null && records.Contains(w.Person.Value), ct);
            var sessions = await db.Set<ProgrammeSession>().AsNoTracking().Where(s => s.Event == one.e.Id && s.Circulation != Circulation.NamedPeople).OrderBy(s => s.Starts).ThenBy(s => s.Room).ToListAsync(ct);
            shown.Add(new(one.e, one.t, rows, ticket is null ? null : $"/a/ticket/{tokens.Ticket(ticket.Id)}", waits, waits is null ? null : $"/a/place/{tokens.Place(waits.Id)}", sessions));
        }
        Events = shown;
    }
}
