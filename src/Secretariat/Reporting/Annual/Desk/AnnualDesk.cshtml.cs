using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.Tiles;
using Secretariat.Planning;
using Secretariat.Planning.Calendar;
using Secretariat.Planning.Outcomes;
using Secretariat.Platform.Access;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;

namespace Secretariat.Reporting.Annual.Desk;

/// <summary>The year's report on the desk: whose figures are missing, its words, and the approval that releases it.</summary>
[Authorize(Rights.CanApproveEditions)]
public sealed class AnnualDeskModel(Db db, Standings standings, CollectFigures collect, GatherAnnual gather, ReleaseAnnual release, PrintAnnual print, Sites sites, TimeProvider clock) : PageModel
{
    private static readonly TimeOnly Morning = new(9, 0);
    private const int UsualDays = 42;

    [BindProperty] public AnnualInput Input { get; set; } = new();

    public sealed class AnnualInput
    {
        public string? Title { get; set; }
        [DataType(DataType.Date)] public DateOnly? Closes { get; set; }
        public string? Introduction { get; set; }
        public string? Source { get; set; }
        public string? Read { get; set; }
        public ItemKind? Kind { get; set; }
        public bool Later { get; set; }
        [DataType(DataType.Date)] public DateOnly? Day { get; set; }
        [DataType(DataType.Time)] public TimeOnly? Time { get; set; }
        public string? Why { get; set; }
    }

    public Plan? Plan { get; private set; }
    public AnnualReport? Of { get; private set; }
    public AnnualContent Sheet { get; private set; } = null!;
    public IReadOnlyList<Indicator> Indicators { get; private set; } = [];
    public TileMap Map { get; private set; } = null!;
    public string Html { get; private set; } = "";
    public int All { get; private set; }
    public int Signed { get; private set; }
    public Hold? Held { get; private set; }
    public string? Refused { get; private set; }
    public DateOnly? PlannedFor { get; private set; }
    public IReadOnlyList<string> Findings { get; private set; } = [];
    public bool CanPrint => print.Can;

    public async Task OnGetAsync(CancellationToken ct)
    {
        await Load(ct);
        var today = sites.Today(clock);
        Input = Of is { } of
            ? new() { Title = of.Title, Introduction = of.Introduction, Source = of.Source, Read = Sheet.Hash(), Later = PlannedFor > today, Day = PlannedFor > today ? PlannedFor : today.AddDays(1), Time = Morning }
            : new() { Title = Plan is { } plan ? $"What {sites.Current.MemberMany} achieved in {plan.Year.Name}" : "", Closes = today.AddDays(UsualDays) };
    }

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken ct)
    {
        await Load(ct);
        if (Plan is not { } plan) return NotFound();
        if (!ModelState.IsValid || !await this.Try(() => collect.Open(plan.Id, Input.Title, Input.Closes, false, User.Actor(), clock.GetUtcNow(), ct))) return await Again(ct);
        this.Say("Asked. Chief executives find it in their next weekly letter, and on their page at once.");
        return Redirect("/desk/reports/annual");
    }

    public Task<IActionResult> OnPostWordsAsync(CancellationToken ct) => Do(id => collect.Say(id, Input.Title, Input.Introduction, Input.Source, User.Actor(), ct), "Kept.", ct);

    public Task<IActionResult> OnPostApproveAsync(CancellationToken ct)
    {
        var at = Input.Later ? (Input.Day ?? sites.Today(clock)).At(Input.Time ?? Morning, sites.Current.Zone) : (DateTimeOffset?)null;
        return Do(async id => await release.Approve(id, Input.Read, Input.Kind, at, User.Actor(), clock.GetUtcNow(), ct), "Approved, with exactly these words and figures.", ct);
    }

    public Task<IActionResult> OnPostBackAsync(CancellationToken ct) => Do(id => release.TakeApprovalBack(id, User.Actor(), ct), "The approval is taken back. Words and figures may change again.", ct);

    public Task<IActionResult> OnPostOffAsync(CancellationToken ct) => Do(id => release.TakeOff(id, Input.Why, User.Actor(), ct), "It is off. Whoever comes to its address reads why.", ct);

    private async Task<IActionResult> Do(Func<Guid, Task> verb, string said, CancellationToken ct)
    {
        await Load(ct);
        if (Of is not { } of) return NotFound();
        if (!ModelState.IsValid || !await this.Try(() => verb(of.Id))) return await Again(ct);
        this.Say(said);
        return Redirect("/desk/reports/annual");
    }

    private async Task<IActionResult> Again(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await Load(ct);
        // What another form of the page holds was not sent along with this one.
        if (Of is { } of) (Input.Title, Input.Introduction, Input.Source) = (Input.Title ?? of.Title, Input.Introduction ?? of.Introduction, Input.Source ?? of.Source);
        ModelState.Remove("Input.Read");
        Input.Read = Of is null ? null : Sheet.Hash();
        return Page();
    }

    private async Task Load(CancellationToken ct)
    {
        var today = sites.Today(clock);
        Plan = await standings.PlanOn(today, ct);
        Indicators = await db.Set<Indicator>().AsNoTracking().OrderBy(i => i.Place).ToListAsync(ct);
        Of = Plan is { } plan ? await db.Set<AnnualReport>().AsNoTracking().SingleOrDefaultAsync(r => r.Plan == plan.Id, ct) : null;
        var members = await db.Set<Organisation>().AsNoTracking().AsTiles().ToListAsync(ct);
        All = members.Count;
        if (Of is not { } of) return;
        var states = await db.Set<MemberReturn>().AsNoTracking().Where(r => r.Report == of.Id).ToDictionaryAsync(r => r.Member, r => r.State, ct);
        ReturnState? StateOf(MemberTile m) => states.TryGetValue(m.Id, out var state) ? state : null;
        Signed = states.Count(s => s.Value == ReturnState.SignedOff);
        Map = new($"Figures for {of.Title}", [.. members.Select(m => m.At($"/desk/reports/annual/{m.Code}", Look(StateOf(m)), StateOf(m).Words()))],
            new TileMeaning(TileLook.Filled, "signed off"), new TileMeaning(TileLook.Ring, "sent in, not signed off"), new TileMeaning(TileLook.Dashed, "begun, or sent back to it"), new TileMeaning(TileLook.Plain, "not begun"));
        // What is approved is shown as it was approved; before that, as it would go out now.
        Sheet = of.IsOpen ? await gather.Of(of, ct) : of.Approved!;
        Html = await print.National(Sheet);
        Held = of.State == AnnualState.Released ? null : await db.HoldOn(ReleaseAnnual.Reach(Sheet), clock.GetUtcNow(), ct);
        Refused = of.IsOpen ? (await release.Found(Sheet, ct))?.Refusal : null;
        Findings = of.IsOpen ? [.. ItemCheck.Of(Sheet.Title, System.Net.WebUtility.HtmlEncode(Sheet.Introduction), [.. Sheet.Members.Select(m => m.ShortName)], true, Sheet.Source, sites.Current.Name)] : [];
        var outcomes = await db.Set<Planning.Outcome>().AsNoTracking().Where(o => o.Plan == of.Plan).ToListAsync(ct);
        if (outcomes.Find(o => o.Counts.Contains(AnnualPublished.Code)) is { } outcome) PlannedFor = await db.Set<PlannedDate>().Where(d => d.Outcome == outcome.Id && !d.Dropped).OrderBy(d => d.Date).Select(d => (DateOnly?)d.Date).FirstOrDefaultAsync(ct);
    }

    private static TileLook Look(ReturnState? state) => state switch { ReturnState.SignedOff => TileLook.Filled, ReturnState.SentIn => TileLook.Ring, ReturnState.Draft or ReturnState.SentBack => TileLook.Dashed, _ => TileLook.Plain };
}
