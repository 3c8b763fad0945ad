using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Planning.Glance;
using Secretariat.Planning.Outcomes;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Web;

namespace Secretariat.Planning.Desk;

public sealed class AtAGlanceModel(Db db, Standings standings, IEnumerable<IToday> features, Sites sites, TimeProvider clock) : PageModel
{
    public DateOnly Day { get; private set; }
    public PlanStanding? Standing { get; private set; }
    /// <summary>What is in force today, and keeps from leaving what it is on.</summary>
    public IReadOnlyList<string> Holds { get; private set; } = [];

    public IReadOnlyList<TodayTask> Today { get; private set; } = [];
    public IReadOnlyList<(OutcomeStanding Outcome, DatedPromise Date)> Soon { get; private set; } = [];

    public IReadOnlyList<OutcomeGroup> Groups => OutcomeGroup.Of(Standing!);

    public YearStrip Strip(StripLayout layout) =>
        YearStrip.Of(Standing!.Plan.Year, Standing.Pillars.Select(pillar => (pillar.Code, pillar.Name)), Standing.Outcomes, Day, layout);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Day = sites.Today(clock);
        var now = clock.GetUtcNow();
        Holds = [.. (await db.Holds(ct)).Where(h => h.InForce(now)).Select(h => $"A hold is on {h.Words()}{(h.Until is { } until ? $" until {until.Long(sites.Current.Zone)}" : "")}: {h.Reason}")];
        Standing = await standings.On(Day, ct);
        List<TodayTask> tasks = [];
        foreach (var feature in features) tasks.AddRange(await feature.For(Day, ct));
        Today = [.. tasks.OrderBy(task => task.Due ?? DateOnly.MaxValue)];
        Soon = [.. (Standing?.Outcomes ?? []).SelectMany(outcome => outcome.Progress.Dates.Where(date => date.State == DateState.Due).Select(date => (outcome, date))).OrderBy(due => due.date.Date)];
    }
}
