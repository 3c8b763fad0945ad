using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Planning.Calendar;
using Secretariat.Planning.Outcomes;
using Secretariat.Planning.Paper;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Planning.Desk;

public sealed class YearDatesModel(Db db, Standings standings, DrawAgain draw, IEnumerable<IForPlannedDate> makers, Sites sites, TimeProvider clock) : PageModel
{
    public sealed record Row(OutcomeStanding Outcome, DatedPromise Date, PlannedDate Planned);

    public PlanChoice Choice { get; private set; } = null!;
    public Plan? Plan { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    /// <summary>What there is for a date, or what a press would make.</summary>
    public Dictionary<Guid, PlannedWork> Work { get; } = [];

    public IReadOnlyList<Note> Flags { get; private set; } = [];
    public int WouldChange { get; private set; }
    public DateOnly Day => sites.Today(clock);
    public IEnumerable<IGrouping<DateOnly, Row>> Months => Rows.GroupBy(row => new DateOnly(row.Date.Date.Year, row.Date.Date.Month, 1));

    /// <summary>For links, when it is another year's plan than today's.</summary>
    public string Year { get; private set; } = "";

    public async Task OnGetAsync(string? year, CancellationToken ct)
    {
        Choice = await PlanChoice.OfToday(standings, year, Day, ct);
        if (Choice.Plan is not { } chosen) return;
        Year = year is null ? "" : $"?year={chosen.Year.Code}";
        var standing = await standings.Of(Plan = chosen, Day, ct);
        var planned = await db.Set<PlannedDate>().AsNoTracking().Where(date => db.Set<Outcome>().Any(o => o.Id == date.Outcome && o.Plan == Plan.Id))
            .ToDictionaryAsync(date => (date.Outcome, date.Number), ct);
        Rows = [.. standing.Outcomes.SelectMany(outcome => outcome.Progress.Dates.Select(date => new Row(outcome, date, planned[(outcome.Id, date.Number)])))
            .OrderBy(row => row.Date.Date).ThenBy(row => row.Outcome.Code, StringComparer.Ordinal)];
        var counts = await db.Set<Outcome>().AsNoTracking().Where(o => o.Plan == Plan.Id).ToDictionaryAsync(o => o.Id, o => (IReadOnlyCollection<string>)o.Counts, ct);
        var dates = Rows.Where(row => row.Date.State is not DateState.Dropped).ToDictionary(row => row.Planned.Id, row => counts[row.Outcome.Id]);
        foreach (var maker in makers)
            foreach (var (date, work) in await maker.Of(dates, ct)) Work[date] = work;
        var again = await draw.Compare(Plan, Day, ct);
        (Flags, WouldChange) = (again.Flags, again.Changes.Count);
    }
}
