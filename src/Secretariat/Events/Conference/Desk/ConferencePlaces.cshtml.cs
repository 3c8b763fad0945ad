using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Events.Kinds;
using Secretariat.Members.Organisations;
using Secretariat.Members.Tiles;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Texts;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Conference.Desk;

/// <summary>The places of an event: who has how many, who has not said who comes, who waits.</summary>
public sealed class ConferencePlacesModel(Db db, OfferPlaces offer, NamePlaces name, AskForPlace ask, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty] public PlacesInput Input { get; set; } = new();

    public sealed class PlacesInput
    {
        public int? Each { get; set; }
        [StringLength(200)] public string? Body { get; set; }
        public int? Places { get; set; }
        public int? Share { get; set; }
        public bool ForPublic { get; set; }
        public DateOnly? NameBy { get; set; }
        [StringLength(Ticket.MaxName)] public string? Name { get; set; }
        [StringLength(254)] public string? Email { get; set; }
    }

    public Event At { get; private set; } = null!;
    public EventKind Kind { get; private set; } = null!;
    public Ticketing? Places { get; private set; }
    public IReadOnlyList<AllocationRow> Rows { get; private set; } = [];
    public IReadOnlyList<Waiting> Waits { get; private set; } = [];
    public IReadOnlyList<Ticket> Asked { get; private set; } = [];
    public IReadOnlyList<string> Bodies { get; private set; } = [];
    public int Unoffered { get; private set; }
    public TileMap Map { get; private set; } = new("", []);
    public bool DayCame { get; private set; }
    public bool NamesDue { get; private set; }
    public bool Open => At.State == EventState.Announced;
    public int Unnamed => Rows.Sum(r => r.Unnamed);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        Fill();
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        IEnumerable<IReadOnlyList<object?>> rows = [["Code", "Name", "Offered", "Given back", "Taken back", "Named", "Without a name", "Checked in"], .. Rows.Select(r => (IReadOnlyList<object?>)[r.Code, r.Name, r.Offered, r.GivenBack, r.TakenBack, r.Named, r.Unnamed, r.CheckedIn])];
        return File(CsvText.Of(rows), "text/csv; charset=utf-8", $"places-{At.Slug}.csv");
    }

    public Task<IActionResult> OnPostEachAsync(Guid id, CancellationToken ct) => Act(id, async () =>
        this.Say($"Offered {Input.Each} places to each of {await offer.Each(id, Input.Each ?? 0, null, User.Actor(), clock.GetUtcNow(), ct)} members. They are asked to name their people in the weekly letter."), ct);

    public Task<IActionResult> OnPostOneAsync(Guid id, CancellationToken ct) => Act(id, async () =>
    {
        var body = await Body(ct);
        await offer.To(id, body.Id, Input.Places ?? 0, User.Actor(), clock.GetUtcNow(), ct);
        this.Say($"{Input.Places} {(Input.Places == 1 ? "place" : "places")} more for {body.ShortName}.");
    }, ct);

    public Task<IActionResult> OnPostShareAsync(Guid id, CancellationToken ct) => Act(id, async () =>
    {
        await offer.Set(id, Input.Share ?? 0, Input.ForPublic, Input.NameBy ?? throw new RuleBroken("Say until when people are named.", "NameBy"), User.Actor(), clock.GetUtcNow(), ct);
        this.Say("Kept.");
    }, ct);

    public Task<IActionResult> OnPostTakeBackAsync(Guid id, [FromForm] Guid? allocation, CancellationToken ct) => Act(id, async () =>
    {
        var back = await name.TakeBack(id, allocation is { } one ? [one] : null, sites.Today(clock), User.Actor(), clock.GetUtcNow(), ct);
        this.Say($"Took back {back} {(back == 1 ? "place" : "places")}: {(back == 1 ? "it goes" : "they go")} to those who wait, and then to whoever asks.");
    }, ct);

    public Task<IActionResult> OnPostAskAsync(Guid id, CancellationToken ct) => Act(id, async () =>
        this.Say(await ask.Run(id, new Holder(Input.Name, Input.Email), null, visitor: false, User.Actor(), clock.GetUtcNow(), ct) switch
        {
            PlaceAsked.Ticket => $"{Input.Name} has a place: the ticket is on its way.",
            PlaceAsked.Waits => $"{Input.Name} is on the waiting list, and gets a letter when a place is free.",
            _ => "That address has a ticket, or waits, already.",
        }), ct);

    public Task<IActionResult> OnPostClearAsync(Guid id, [FromForm] Guid ticket, CancellationToken ct) => Act(id, () => name.Clear(ticket, User.Actor(), clock.GetUtcNow(), ct), ct);

    public Task<IActionResult> OnPostLeaveAsync(Guid id, [FromForm] Guid waiting, CancellationToken ct) => Act(id, () => ask.Leave(waiting, User.Actor(), clock.GetUtcNow(), ct), ct);

    private async Task<IActionResult> Act(Guid id, Func<Task> work, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (ModelState.IsValid && await this.Try(work)) return Redirect($"/desk/events/{id}/places");
        db.ChangeTracker.Clear();
        await Load(id, ct);
        var typed = Input;
        Input = new();
        Fill();
        Input.Body = typed.Body;
        Input.Name = typed.Name;
        Input.Email = typed.Email;
        (Input.Each, Input.Places, Input.Share, Input.NameBy) = (typed.Each ?? Input.Each, typed.Places ?? Input.Places, typed.Share ?? Input.Share, typed.NameBy ?? Input.NameBy);
        return Page();
    }

    private async Task<Organisation> Body(CancellationToken ct)
    {
        var typed = (Input.Body ?? "").Trim().Folded();
        if (typed.Length == 0) throw new RuleBroken("Say to whom: a member, or any organisation that is known here.", "Body");
        return (await db.Set<Organisation>().AsNoTracking().OrderBy(o => o.SortName).ToListAsync(ct)).FirstOrDefault(o => o.Name.Folded() == typed || o.ShortName.Folded() == typed)
            ?? throw new RuleBroken($"No organisation is called “{Input.Body}”. Choose one from the list, or add it first under People.", "Body");
    }

    private void Fill() => Input = new PlacesInput
    {
        Each = Places?.Each ?? Kind.PlacesEach,
        Places = 1,
        Share = Places?.Share ?? 0,
        ForPublic = Places?.ForPublic ?? false,
        NameBy = Places?.NameBy ?? At.Day.AddDays(-Kind.NameDays),
    };

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Event>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } at) return false;
        At = at;
        Kind = await db.Set<EventKind>().AsNoTracking().SingleAsync(k => k.Id == at.Kind, ct);
        if (!Kind.HasTickets) return false;
        Places = await db.Set<Ticketing>().AsNoTracking().SingleOrDefaultAsync(t => t.Event == id, ct);
        Rows = await AllocationRow.Of(db, id, ct);
        Waits = await db.Set<Waiting>().AsNoTracking().Where(w => w.Event == id && (w.State == WaitState.Waiting || w.State == WaitState.Offered)).OrderBy(w => w.Number).ToListAsync(ct);
        Asked = await db.Set<Ticket>().AsNoTracking().Where(t => t.Event == id && t.Allocation == null && t.State == TicketState.Valid).OrderBy(t => t.NamedAt).ToListAsync(ct);
        Bodies = await db.Set<Organisation>().OrderBy(o => o.SortName).Select(o => o.ShortName).ToListAsync(ct);
        var members = await db.Set<Organisation>().AsTiles().ToListAsync(ct);
        var had = Rows.ToDictionary(r => r.Organisation);
        Unoffered = members.Count(m => had.GetValueOrDefault(m.Id) is not { } row || row.Offered < (Places?.Each ?? Kind.PlacesEach));
        (DayCame, NamesDue) = (at.Day <= sites.Today(clock), Places is { } p && sites.Today(clock) > p.NameBy);
        Map = new TileMap($"Who has named their people: {at.Title}", [.. members.Select(m => had.GetValueOrDefault(m.Id) is { } row
            ? m.At($"/desk/events/{id}/places/{row.Id}", row.Held == 0 ? TileLook.Outlined : row.Unnamed == 0 ? TileLook.Filled : row.Named == 0 ? TileLook.Dashed : TileLook.Ring, row.Words) with { Corner = row.Unnamed > 0 ? $"{row.Unnamed}" : null }
            : m.At($"/desk/events/{id}/places", TileLook.Plain, "offered none yet"))],
            [new(TileLook.Filled, "every place has a name"), new(TileLook.Ring, "some have no name yet (how many stands in the corner)"), new(TileLook.Dashed, "nobody named"), new(TileLook.Outlined, "gave all back"), new(TileLook.Plain, "offered none yet")]);
        return true;
    }
}
