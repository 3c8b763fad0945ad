using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Funding.Budget.Rules;
using Secretariat.Funding.Deals;
using Secretariat.Members.Organisations;
using Secretariat.Planning;
using Secretariat.Planning.ByHand;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;
using Secretariat.Platform.Web;

namespace Secretariat.Funding.Budget.Desk;

/// <summary>One line of the budget: what was ordered and paid on it, or came in, and a form for the next.</summary>
[RequestSizeLimit(3L * FileStore.MaxBytes)]
public sealed class OneLineModel(Db db, KeepBudget keep, FileStore files, IEnumerable<IDealEvents> events, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty] public EntryInput Input { get; set; } = new();

    public sealed class EntryInput
    {
        public EntryKind Kind { get; set; } = EntryKind.Paid;
        public DateOnly? On { get; set; }
        [StringLength(BudgetEntry.MaxWords)] public string? Words { get; set; }
        [StringLength(40)] public string? Amount { get; set; }
        public Guid? Order { get; set; }
        public Guid? From { get; set; }
        public Guid? Event { get; set; }
        [StringLength(WebAddress.MaxLength)] public string? Link { get; set; }
        public IFormFile? File { get; set; }
        [StringLength(BudgetEntry.MaxWords)] public string? Why { get; set; }
    }

    public LineStanding Line { get; private set; } = null!;
    public IReadOnlyList<BudgetEntry> Entries { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Orders { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Payers { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Events { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();
    public IReadOnlyDictionary<Guid, DealEvent> EventsOf { get; private set; } = new Dictionary<Guid, DealEvent>();
    public static IReadOnlyList<SelectListItem> Kinds => [new("Paid", nameof(EntryKind.Paid)), new("Ordered, not paid yet", nameof(EntryKind.Order))];

    /// <summary>What of an order is still to be paid.</summary>
    public Money OpenOf(BudgetEntry order) => LineStanding.Open(order, Entries);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        Input.On = sites.Today(clock);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(async () =>
        {
            var draft = new EntryDraft(Line.Line.IsIncome ? EntryKind.Paid : Input.Kind, Input.On, Input.Words, FundingText.Pounds(Input.Amount, "Amount")) { Order = Input.Order, From = Input.From, Event = Input.Event, Link = Input.Link };
            if (Input.File is { Length: > 0 } upload)
            {
                var (content, kind) = await FileStore.Read(upload, "File", ct);
                draft = draft with { File = new KeptFile(await files.Keep(content, ct), FileStore.NameOf(upload, kind, "invoice"), kind.Type) };
            }
            await keep.Enter(id, draft, User.Actor(), clock.GetUtcNow(), ct);
        })) return Page();
        this.Say("Entered. It counts from now on, and says that you entered it.");
        return Redirect($"/desk/funding/lines/{id}");
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, [FromForm] Guid entry, CancellationToken ct)
    {
        if (!await Load(id, ct) || await db.Set<BudgetEntry>().SingleOrDefaultAsync(e => e.Id == entry && e.Line == id, ct) is not { } of) return NotFound();
        if (!ModelState.IsValid || !await this.Try(() => keep.TakeBack(of, Input.Why, User.Actor(), clock.GetUtcNow(), ct))) return Page();
        this.Say("Taken back by an entry of the opposite amount. Both stay in the list.");
        return Redirect($"/desk/funding/lines/{id}#entries");
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id, [FromForm] Guid entry, CancellationToken ct)
    {
        if (!await Load(id, ct) || await db.Set<BudgetEntry>().SingleOrDefaultAsync(e => e.Id == entry && e.Line == id, ct) is not { } of) return NotFound();
        if (!await this.Try(() => keep.Close(of, User.Actor(), clock.GetUtcNow(), ct))) return Page();
        this.Say("Closed: what was not paid of it is free again.");
        return Redirect($"/desk/funding/lines/{id}#entries");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<BudgetLine>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, ct) is not { } line) return false;
        var all = await db.Set<BudgetEntry>().AsNoTracking().Where(e => e.Line == id).ToListAsync(ct);
        Entries = [.. all.OrderByDescending(e => e.On).ThenByDescending(e => e.EnteredAt)];
        Line = LineStanding.Of([line], all)[0];
        Orders = [new("No order", ""), .. all.Where(e => OpenOf(e).Pence > 0).OrderBy(e => e.On).Select(e => new SelectListItem($"{e.Words}, {OpenOf(e)} open", e.Id.ToString()))];
        var payers = all.Select(e => e.From).OfType<Guid>().ToList();
        var heading = line.Heading switch { BudgetHeading.MemberSponsorship => OrganisationKind.Member, BudgetHeading.Government => OrganisationKind.Government, _ => OrganisationKind.Sponsor };
        var bodies = line.IsIncome ? await db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == heading || payers.Contains(o.Id)).OrderBy(o => o.SortName).Select(o => new { o.Id, o.Name }).ToListAsync(ct) : [];
        Names = bodies.ToDictionary(b => b.Id, b => b.Name);
        Payers = [new("Choose…", ""), .. bodies.Select(b => new SelectListItem(b.Name, b.Id.ToString()))];
        if (line.IsIncome) return true;
        List<DealEvent> offered = [];
        foreach (var floor in events) offered.AddRange((await floor.Choices(ct)).Concat(await floor.Of([.. all.Select(e => e.Event).OfType<Guid>().Distinct()], ct)));
        EventsOf = offered.DistinctBy(e => e.Id).ToDictionary(e => e.Id);
        Events = [new("No event", ""), .. EventsOf.Values.OrderByDescending(e => e.On).Select(e => new SelectListItem($"{e.Title}, {Platform.Clocks.Dates.Plain(e.On)}", e.Id.ToString()))];
        return true;
    }
}

/// <summary>Gives the file to be saved, never to be shown by the browser as a page of ours.</summary>
public sealed class EntryFileModel(Db db, FileStore files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var entry = await db.Set<BudgetEntry>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.FileHash != null, ct);
        return entry is null || files.Open(entry.FileHash!) is not { } content ? NotFound() : File(content, entry.FileType!, entry.FileName);
    }
}
