using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Planning.ByHand;
using Secretariat.Planning.Calendar;
using Secretariat.Planning.Outcomes;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Planning.Desk;

public sealed class OneOutcomeModel(Db db, Standings standings, DrawAgain draw, IEnumerable<IFigures> features, Sites sites, TimeProvider clock) : PageModel
{
    public Plan Plan { get; private set; } = null!;
    public Outcome Row { get; private set; } = null!;
    public OutcomeStanding Standing { get; private set; } = null!;
    /// <summary>For links, when it is another year's plan than today's.</summary>
    public string Year { get; private set; } = "";

    public string? Pillar { get; private set; }
    public string? Owner { get; private set; }
    public IReadOnlyList<(DatedPromise Date, PlannedDate Planned)> Dates { get; private set; } = [];
    public IReadOnlyList<HandEvidence> ByHand { get; private set; } = [];
    /// <summary>What the features say today beside what is counted.</summary>
    public IReadOnlyList<Figure> Figures { get; private set; } = [];

    public IReadOnlyList<Note> Notes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, string? year, CancellationToken ct)
    {
        var today = sites.Today(clock);
        if (await standings.PlanOf(year, today, ct) is not { } shown || await standings.Of(shown, today, ct) is not { } plan || plan.Outcomes.FirstOrDefault(outcome => string.Equals(outcome.Code, code, StringComparison.OrdinalIgnoreCase)) is not { } standing) return NotFound();
        (Plan, Standing) = (plan.Plan, standing);
        Year = year is null ? "" : $"?year={Plan.Year.Code}";
        Pillar = plan.Pillars.FirstOrDefault(pillar => pillar.Code == standing.Pillar)?.Name;
        Row = await db.Set<Outcome>().AsNoTracking().SingleAsync(outcome => outcome.Id == standing.Id, ct);
        Owner = await db.Set<Person>().Where(person => person.Id == Row.Owner).Select(person => person.Name).SingleOrDefaultAsync(ct);
        ByHand = await db.Set<HandEvidence>().AsNoTracking().Where(e => e.Outcome == standing.Id).OrderByDescending(e => e.Date).ToListAsync(ct);
        var planned = await db.Set<PlannedDate>().AsNoTracking().Where(date => date.Outcome == standing.Id).ToDictionaryAsync(date => date.Number, ct);
        Dates = [.. standing.Progress.Dates.Select(date => (date, planned[date.Number]))];
        foreach (var feature in features.Where(f => Row.Counts.Contains(f.Code))) Figures = [.. Figures, .. await feature.At(clock.GetUtcNow(), ct)];
        var again = await draw.Compare(Plan, today, ct);
        Notes = [.. again.Drawn.Reasons.Where(note => note.Code == standing.Code && !note.Flag), .. again.Flags.Where(note => note.Code == standing.Code)];
        return Page();
    }
}
