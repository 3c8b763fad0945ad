using Secretariat.Planning.Outcomes;
using Secretariat.Platform.Clocks;

namespace Secretariat.Planning.Glance;

/// <summary>Where everything stands on the picture of the year: lanes for the pillars, a row for each dated outcome, a mark for each dated promise.</summary>
public sealed record YearStrip(StripLayout Layout, int Height, IReadOnlyList<StripMonth> Months, IReadOnlyList<double> Weeks, double? Today, IReadOnlyList<StripLane> Lanes)
{
    public static YearStrip Of(PlanYear year, IEnumerable<(string Code, string Name)> pillars, IReadOnlyCollection<OutcomeStanding> outcomes, DateOnly today, StripLayout layout)
    {
        var y = layout.Top;
        List<StripLane> lanes = [];
        foreach (var (code, name) in pillars)
        {
            var dated = outcomes.Where(o => o.Pillar == code && o.Progress.Dates.Count > 0).ToList();
            if (dated.Count == 0) continue;
            var rails = y + layout.LaneGap + layout.RowHeight / 2;
            lanes.Add(new(code, name, y, layout.RowHeight * dated.Count + 2 * layout.LaneGap, [.. dated.Select((outcome, i) => Row(year, outcome, rails + layout.RowHeight * i, layout))]));
            y += lanes[^1].Height;
        }
        return new(layout, y + 18,
            [.. year.Months.Select(month => new StripMonth(layout.X(year, month), month))],
            [.. year.Days.Where((_, day) => day % 7 == 0).Select(day => layout.X(year, day))],
            year.Contains(today) ? layout.X(year, today, middle: true) : null, lanes);
    }

    public static string InWords(DatedPromise date) => date.State switch
    {
        DateState.Done when date.Proof is { ByHand: { } who } proof => $"done on {proof.Date.Long()}, entered by hand by {who}",
        DateState.Done => $"done on {date.Proof!.Date.Long()}",
        _ => date.State.ToString().ToLowerInvariant(),
    };

    private static StripRow Row(PlanYear year, OutcomeStanding outcome, int y, StripLayout layout) => new(y, outcome.Code, outcome.Title,
        [.. Shut(year, outcome.Cadence, layout)],
        [.. outcome.Progress.Dates.Select(date => new StripMark(layout.X(year, date.Date, middle: true), date.State, outcome.Gathers,
            $"{outcome.Name(date.Number)}, {date.Date.Long()}: {InWords(date)}",
            date.Proof?.Href ?? $"/desk/plan/{outcome.Code}#date-{date.Number}"))]);

    /// <summary>The months that the cadence leaves out, as stretches of the rail: the gap is meant.</summary>
    private static IEnumerable<(double X, double Width)> Shut(PlanYear year, Cadence cadence, StripLayout layout)
    {
        foreach (var month in year.Months.Where(month => cadence.Except.Contains(month.Month)))
        {
            var end = new DateOnly(month.Year, month.Month, 1).AddMonths(1);
            var x = layout.X(year, month);
            yield return (x, Math.Round(layout.X(year, end > year.Last ? year.Last.AddDays(1) : end) - x, 1));
        }
    }
}

public sealed record StripMonth(double X, DateOnly First);

public sealed record StripLane(string Code, string Name, int Y, int Height, IReadOnlyList<StripRow> Rows);

public sealed record StripRow(int Y, string Code, string Title, IReadOnlyList<(double X, double Width)> Shut, IReadOnlyList<StripMark> Marks);

public sealed record StripMark(double X, DateState State, bool Large, string Label, string Href);
