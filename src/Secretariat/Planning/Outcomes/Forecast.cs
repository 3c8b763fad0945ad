namespace Secretariat.Planning.Outcomes;

public enum Basis { Dates, Pace, Stock, TooEarly, Nothing }

/// <summary>What the year will have brought by its end, and from what that is worked out.</summary>
public sealed record Forecast(Basis Basis, int? Count, int Short, DateOnly By)
{
    /// <summary>A pace needs four weeks behind it before it says anything.</summary>
    private const int TooEarly = 28;

    /// <summary>With dates: what is delivered and what is still ahead; a late date counts again once it is done. Without: the pace so far, carried on; what stands rather than happens (seats filled) has no pace.</summary>
    public static Forecast Of(Measure measure, PlanYear year, IReadOnlyCollection<DatedPromise> dates, int delivered, DateOnly today, bool stock = false)
    {
        if (measure.Count is { } promised)
        {
            var ahead = dates.Count(date => date.State is DateState.Due or DateState.Planned);
            var count = delivered + ahead;
            return new(Basis.Dates, count, measure.Kind is MeasureKind.UpTo ? 0 : Math.Max(0, promised - count), year.Last);
        }
        if (stock) return new(Basis.Stock, delivered, 0, year.Last);
        var passed = Math.Min(today.DayNumber - year.First.DayNumber + 1, year.Length);
        if (passed < TooEarly) return new(Basis.TooEarly, null, 0, year.Last);
        return delivered == 0
            ? new(Basis.Nothing, null, 0, year.Last)
            : new(Basis.Pace, (int)Math.Round((double)delivered * year.Length / passed), 0, year.Last);
    }

    public string InWords => Basis switch
    {
        Basis.Dates when Short > 0 => $"{Count}, {Short} short",
        Basis.Dates => $"{Count}",
        Basis.Pace => $"about {Count} at this pace",
        Basis.Stock => "as it stands",
        Basis.Nothing => "none so far",
        _ => "too early to say",
    };
}
