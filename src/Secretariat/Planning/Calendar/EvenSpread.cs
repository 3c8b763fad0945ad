namespace Secretariat.Planning.Calendar;

/// <summary>Spreads a count over the open months as evenly as the fixed places allow. Days of months left out do not count as time.</summary>
public static class EvenSpread
{
    /// <summary>The ideal days, fixed ones included, in order.</summary>
    public static IReadOnlyList<(DateOnly Date, bool Fixed)> Over(PlanYear year, Cadence cadence, int count, IReadOnlyList<DateOnly> fixedDates)
    {
        var open = year.Days.Where(cadence.Open).ToList();
        if (open.Count == 0) return [];
        var posts = fixedDates.Select(date => (double)open.IndexOf(date)).Order().ToList();
        var gaps = Gaps(open.Count, posts);
        for (var left = count - posts.Count; left > 0; left--)
            gaps.MaxBy(gap => gap.Step)!.Points++;

        return [.. gaps.SelectMany(gap => gap.Places).Select(place => (open[Math.Clamp((int)place, 0, open.Count - 1)], false))
            .Concat(fixedDates.Select(date => (date, true))).OrderBy(place => place.Item1)];
    }

    /// <summary>The middle day of each open month; with more months than the count, the fullest months.</summary>
    public static IReadOnlyList<DateOnly> Monthly(PlanYear year, Cadence cadence, int? count) =>
        [.. year.Days.Where(cadence.Open).GroupBy(day => (day.Year, day.Month))
            .OrderByDescending(month => month.Count()).Take(count ?? int.MaxValue)
            .Select(month => month.ElementAt(month.Count() / 2)).Order()];

    private static List<Gap> Gaps(int length, List<double> posts)
    {
        double[] edges = [0, .. posts, length];
        return [.. edges.Zip(edges.Skip(1), (from, to) => (from, to)).Select((edge, i) =>
            new Gap(edge.from, edge.to, OpenLeft: i == 0, OpenRight: i == edges.Length - 2))];
    }

    /// <summary>A stretch between two fixed places; at an edge of the year half a step is kept free instead of a whole one.</summary>
    private sealed record Gap(double From, double To, bool OpenLeft, bool OpenRight)
    {
        public int Points { get; set; }
        private double Steps => Points + 1 - (OpenLeft ? 0.5 : 0) - (OpenRight ? 0.5 : 0);
        public double Step => Steps == 0 ? double.PositiveInfinity : (To - From) / Steps;
        public IEnumerable<double> Places => Enumerable.Range(0, Points).Select(i => From + Step * (i + (OpenLeft ? 0.5 : 1)));
    }
}
