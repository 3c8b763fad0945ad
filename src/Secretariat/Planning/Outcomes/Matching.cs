namespace Secretariat.Planning.Outcomes;

/// <summary>
/// Which piece of evidence keeps which promised date. Order is kept, every piece of evidence counts while there are
/// dates, and the total distance is least; done before its day weighs more than done after it, so that
/// work sent a week late keeps its own date and not the next one.
/// </summary>
public static class Matching
{
    private const int EarlyWeighs = 3;

    /// <summary>For each date the index of its evidence, or null. Both lists are in order.</summary>
    public static int?[] Nearest(IReadOnlyList<DateOnly> dates, IReadOnlyList<DateOnly> evidence)
    {
        var (n, k) = (dates.Count, Math.Min(dates.Count, evidence.Count));
        var cost = new long[n + 1, k + 1];
        for (var i = 0; i <= n; i++)
            for (var j = 1; j <= k; j++)
                cost[i, j] = j > i ? long.MaxValue / 4 : Math.Min(cost[i - 1, j], cost[i - 1, j - 1] + Distance(dates[i - 1], evidence[j - 1]));

        var kept = new int?[n];
        for (int i = n, j = k; i > 0 && j > 0; i--)
            if (cost[i, j] < cost[i - 1, j] || i == j) kept[i - 1] = --j;
        return kept;
    }

    private static long Distance(DateOnly promised, DateOnly done) =>
        done >= promised ? done.DayNumber - promised.DayNumber : EarlyWeighs * (promised.DayNumber - done.DayNumber);
}
