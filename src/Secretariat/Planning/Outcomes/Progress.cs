namespace Secretariat.Planning.Outcomes;

/// <summary>A promised date as the plan holds it.</summary>
public sealed record Promised(int Number, DateOnly Date, bool Dropped = false);

/// <summary>Something that was really done. <paramref name="ByHand"/> names who entered it when the system did not see it happen.</summary>
public sealed record Proof(DateOnly Date, string Title, string Href, string? ByHand = null);

/// <summary>A promised date today, with what was done for it.</summary>
public sealed record DatedPromise(int Number, DateOnly Date, DateState State, Proof? Proof);

/// <summary>Where one outcome stands: never typed, always worked out from the dates promised and the evidence found.</summary>
public sealed record Progress(Measure Measure, IReadOnlyList<DatedPromise> Dates, IReadOnlyList<Proof> Evidence, Forecast Forecast)
{
    /// <summary>A date is due from a fortnight before it.</summary>
    public const int DueWithin = 14;

    public int Delivered => Evidence.Count;
    public int Due => Dates.Count(date => date.State == DateState.Due);
    public int Late => Dates.Count(date => date.State == DateState.Late);
    public DatedPromise? Next => Dates.FirstOrDefault(date => date.State is DateState.Due or DateState.Planned);

    public static Progress Of(Measure measure, PlanYear year, IEnumerable<Promised> dates, IEnumerable<Proof> evidence, DateOnly today, bool stock = false)
    {
        var proofs = evidence.OrderBy(proof => proof.Date).ThenBy(proof => proof.Href, StringComparer.Ordinal).ToList();
        var open = dates.Where(date => !date.Dropped).OrderBy(date => date.Date).ThenBy(date => date.Number).ToList();
        var kept = Matching.Nearest([.. open.Select(date => date.Date)], [.. proofs.Select(proof => proof.Date)]);

        List<DatedPromise> dated = [.. open.Select((date, i) => kept[i] is { } proof
            ? new DatedPromise(date.Number, date.Date, DateState.Done, proofs[proof])
            : new DatedPromise(date.Number, date.Date, StateOf(date.Date, today), null))];
        dated.AddRange(dates.Where(date => date.Dropped).Select(date => new DatedPromise(date.Number, date.Date, DateState.Dropped, null)));
        dated.Sort((a, b) => (a.Date, a.Number).CompareTo((b.Date, b.Number)));
        return new(measure, dated, proofs, Forecast.Of(measure, year, dated, proofs.Count, today, stock));
    }

    private static DateState StateOf(DateOnly date, DateOnly today) =>
        date < today ? DateState.Late : date <= today.AddDays(DueWithin) ? DateState.Due : DateState.Planned;
}
