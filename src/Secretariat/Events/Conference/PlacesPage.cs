using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Events.Kinds;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Conference;

/// <summary>The places of one member or sponsor: who comes, somebody else, back. The same page and the same verbs on the desk, signed in and by the signed link.</summary>
public abstract class PlacesPage(Db db, NamePlaces verb, Sites sites, TimeProvider clock) : PageModel
{
    public const string NameAct = "name", SwapAct = "swap", ClearAct = "clear", BackAct = "back", NeedAct = "need";
    private const int MostRows = 8;

    [BindProperty] public PlacesInput Input { get; set; } = new();

    public sealed class PlacesInput
    {
        /// <summary>Which of the page's forms it is: a signed link has one address.</summary>
        public string? Act { get; set; }

        public Guid? Ticket { get; set; }
        public List<Row> Rows { get; set; } = [];
        public int? Places { get; set; }
        [StringLength(Conference.Ticket.MaxNeeds, ErrorMessage = "Keep it under 500 letters.")] public string? Needs { get; set; }
    }

    public sealed class Row
    {
        public Guid? Person { get; set; }
        [StringLength(Conference.Ticket.MaxName)] public string? Name { get; set; }
        [StringLength(254)] public string? Email { get; set; }
        [StringLength(Conference.Ticket.MaxRole)] public string? Role { get; set; }
        [StringLength(Conference.Ticket.MaxNeeds)] public string? Needs { get; set; }
    }

    public Event At { get; private set; } = null!;
    public Allocation Allocation { get; private set; } = null!;
    public string BodyName { get; private set; } = "";
    public DateOnly NameBy { get; private set; }
    public IReadOnlyList<Ticket> Tickets { get; private set; } = [];
    public IReadOnlyList<Holder> People { get; private set; } = [];
    public int Unnamed => Math.Max(0, Allocation.Held - Tickets.Count);
    public int Shown => Math.Min(Unnamed, MostRows);

    /// <summary>Members until it begins; staff at the door too.</summary>
    public bool CanName { get; private set; }

    protected virtual bool AtTheDoor => false;
    protected abstract Task<Actor> Who(CancellationToken ct);
    public Row RowAt(int n) => Input.Act == NameAct && Input.Rows.ElementAtOrDefault(n) is { } row ? row : new();
    public IEnumerable<Holder> Choices => People.Where(p => Tickets.All(t => t.Person != p.Person && !string.Equals(t.Email, p.Email, StringComparison.OrdinalIgnoreCase)));

    /// <param name="may">Null for staff, who name people for any.</param>
    protected async Task<bool> Load(Guid id, Guid? may, CancellationToken ct)
    {
        if (await db.Set<Allocation>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } allocation) return false;
        var (now, today) = (clock.GetUtcNow(), sites.Today(clock));
        At = await db.Set<Event>().AsNoTracking().SingleAsync(e => e.Id == allocation.Event, ct);
        if (may is { } person)
        {
            var kind = await db.Set<EventKind>().AsNoTracking().SingleAsync(k => k.Id == At.Kind, ct);
            if (!(await WhoNames.Voices(db, person, today, ct)).MayName(kind, allocation.Organisation)) return false;
        }
        Allocation = allocation;
        BodyName = await db.Set<Organisation>().Where(o => o.Id == allocation.Organisation).Select(o => o.ShortName).SingleAsync(ct);
        NameBy = await db.Set<Ticketing>().Where(t => t.Event == At.Id).Select(t => t.NameBy).SingleAsync(ct);
        Tickets = [.. (await db.Set<Ticket>().AsNoTracking().Where(t => t.Allocation == id && t.State == TicketState.Valid).ToListAsync(ct)).OrderBy(t => t.Name.Folded(), StringComparer.Ordinal)];
        People = await WhoNames.People(db, allocation.Organisation, today, ct);
        CanName = At.State != EventState.Cancelled && At.State != EventState.Draft && (AtTheDoor ? At.When.EndsAt : At.When.StartsAt) > now;
        return true;
    }

    protected async Task<bool> Done(CancellationToken ct)
    {
        if (!ModelState.IsValid) return false;
        var (by, now) = (await Who(ct), clock.GetUtcNow());
        return await Attempt(async () =>
        {
            if (!CanName) throw new RuleBroken("It has begun, or does not take place: what stands here stays.");
            await (Input.Act switch
            {
                NameAct => verb.Name(Allocation.Id, [.. Input.Rows.Take(MostRows).Select(Of)], by, now, ct),
                SwapAct => verb.Swap(Mine(), Of(Input.Rows.FirstOrDefault() ?? new()), by, now, ct),
                ClearAct => verb.Clear(Mine(), by, now, ct),
                NeedAct => verb.Need(Mine(), Input.Needs, own: false, by, ct),
                BackAct => verb.GiveBack(Allocation.Id, Input.Places ?? 0, by, now, ct),
                _ => throw new RuleBroken("Press one of the buttons."),
            });
        });
    }

    // The rows of the form repeat, so what is wrong with one of them is said above all of them.
    private Task<bool> Attempt(Func<Task> work) => this.Try(async () =>
    {
        try
        {
            await work();
        }
        catch (RuleBroken no) when (no.Field.Length > 0)
        {
            throw new RuleBroken(no.Message);
        }
    });

    private Guid Mine() => Tickets.FirstOrDefault(t => t.Id == Input.Ticket)?.Id ?? throw new RuleBroken("This place is somebody else’s by now: look again.");

    private Holder Of(Row row) => row.Person is { } chosen
        ? People.FirstOrDefault(p => p.Person == chosen) is { } person ? person with { Needs = row.Needs, Role = string.IsNullOrWhiteSpace(row.Role) ? person.Role : row.Role } : throw new RuleBroken("Choose who comes from the list, or type the name.")
        : new(row.Name, row.Email, row.Role, row.Needs);
}
