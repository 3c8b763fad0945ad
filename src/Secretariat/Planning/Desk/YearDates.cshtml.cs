using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Planning.Calendar;
using Secretariat.Planning.Outcomes;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Planning.Desk;

public sealed class YearDatesModel(Db db, Standings standings, DrawAgain draw, Sites sites, TimeProvider clock) : PageModel
{
    public sealed record Row(OutcomeStanding Outcome, DatedPromise Date, PlannedDate Planned);

    public Plan? Plan { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<Note> Flags { get; private set; } = [];
    public int WouldChange { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = sites.Today(clock);
        if (await standings.On(today, ct) is not { } standing) return;
        Plan = standing.Plan;
        var planned = await db.Set<PlannedDate>().AsNoTracking().Where(date => db.Set<Outcome>().Any(o => o.Id == date.Outcome && o.Plan == Plan.Id))
            .ToDictionaryAsync(date => (date.Outcome, date.Number), ct);
        Rows = [.. standing.Outcomes.SelectMany(outcome => outcome.Progress.Dates.Select(date => new Row(outcome, date, planned[(outcome.Id, date.Number)])))
            .OrderBy(row => row.Date.Date).ThenBy(row => row.Outcome.Code, StringComparer.Ordinal)];
        var again = await draw.Compare(Plan, today, ct);
        (Flags, WouldChange) = (again.Flags, again.Changes.Count);
    }
}
