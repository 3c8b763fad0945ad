using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.Tiles;
using Secretariat.Planning;
using Secretariat.Planning.Outcomes;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Funding.Income.Desk;

/// <summary>Who has committed to the year, to how much, what came in and who has not said yet.</summary>
public sealed class CommitmentsDeskModel(Db db, CommitmentsNow commitments, ChangeCommitment change, Standings standings, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "year")] public string? Year { get; set; }
    [BindProperty] public ChangeInput Input { get; set; } = new();

    public sealed class ChangeInput
    {
        public Guid? Organisation { get; set; }
        public DateOnly? On { get; set; }
        [StringLength(40)] public string? Amount { get; set; }
        [StringLength(CommitmentChange.MaxWhy)] public string? Why { get; set; }
        [StringLength(WebAddress.MaxLength)] public string? Link { get; set; }
    }

    public CommitmentTable Table { get; private set; } = CommitmentTable.None;
    public IReadOnlyList<Plan> Plans { get; private set; } = [];
    public TileMap Map { get; private set; } = new("", []);
    public IReadOnlyList<SelectListItem> Organisations => [new("Choose…", ""), .. Table.All.Select(c => new SelectListItem(c.Name, c.Organisation.ToString()))];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await Load(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await Load(ct) || Table.Plan is not { } plan) return NotFound();
        if (!ModelState.IsValid || !await this.Try(async () =>
        {
            if (Input.Organisation is not { } body || Table.All.All(c => c.Organisation != body)) throw new RuleBroken("Choose whose commitment it is.", "Organisation");
            await change.Run(plan, body, new(Input.On, FundingText.Pounds(Input.Amount, "Amount"), Input.Why, Input.Link), User.Actor(), clock.GetUtcNow(), ct);
        })) return Page();
        this.Say("Recorded. What it said before stays beside it.");
        return Redirect($"/desk/funding/commitments{(Year is null ? "" : $"?year={Uri.EscapeDataString(Year)}")}");
    }

    private async Task<bool> Load(CancellationToken ct)
    {
        Plans = await standings.Plans(ct);
        var plan = await standings.PlanOf(Year, sites.Today(clock), ct);
        if (plan is null) return Year is null;
        Table = await commitments.Of(plan, ct);
        var tiles = await db.Set<Organisation>().AsNoTracking().AsTiles().ToListAsync(ct);
        var of = Table.Members.ToDictionary(c => c.Organisation);
        Map = new TileMap($"Who committed to {Table.Year}", [.. tiles.Select(t => of.TryGetValue(t.Id, out var c) ? t.At($"#c-{c.Code}", Look(c.State), Note(c)) : t.At("#"))],
            new(TileLook.Filled, "committed"), new(TileLook.Outlined, "committed to another amount"), new(TileLook.Ring, "declined or withdrew"), new(TileLook.Dashed, "not yet"));
        return true;
    }

    private static string Note(Commitment c) => $"{c.Words}{(c.Gives ? $", {c.Amount}, {(c.Received.Pence == 0 ? "nothing received yet" : c.Outstanding.Pence == 0 ? "received" : $"{c.Received} received")}" : "")}";

    private static TileLook Look(CommitmentState state) => state switch
    {
        CommitmentState.Committed => TileLook.Filled,
        CommitmentState.Otherwise => TileLook.Outlined,
        CommitmentState.NotYet => TileLook.Dashed,
        _ => TileLook.Ring,
    };
}
