using Secretariat.Platform.Clocks;

namespace Secretariat.Planning.Calendar;

/// <summary>
/// Every so many days, counted through the months that are left out, so that the weekday and the beat never slip.
/// The phase (the first day) is the first one from the year's start whose beat gives the promised count.
/// </summary>
public static class Rhythm
{
    public record Beat(DateOnly First, int Step, IReadOnlyList<DateOnly> Dates);

    public static Beat Choose(PlanYear year, Cadence cadence, int? count, int step)
    {
        var beats = Enumerable.Range(0, step)
            .Select(offset => Take(year, cadence, year.First.AddDays(offset), step))
            .Where(beat => beat.First.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            .ToList();
        var wished = beats.Where(beat => cadence.Weekday is null || beat.First.DayOfWeek == cadence.Weekday).ToList();
        if (wished.Count == 0) wished = beats;
        if (count is not { } target) return wished[0];
        return wished.FirstOrDefault(beat => beat.Dates.Count == target)
            ?? beats.FirstOrDefault(beat => beat.Dates.Count == target)
            ?? wished.MinBy(beat => Math.Abs(beat.Dates.Count - target))!;
    }

    public static IEnumerable<Note> Explain(Promise promise, Beat beat)
    {
        var (cadence, measure) = (promise.Cadence, promise.Measure);
        var through = cadence.Except.Count > 0 ? $", counted on through {Cadence.List(cadence.Except)}, which have none" : "";
        yield return new(promise.Code, $"Every {beat.Step} days from {beat.First.Long()}{through}: {beat.Dates.Count} dates.");

        if (cadence.Weekday is { } wish && beat.First.DayOfWeek != wish)
            yield return new(promise.Code, $"No beat of {wish}s gives {measure.Count}; the first that does falls on {beat.First.DayOfWeek}s.", Flag: true);
        if (measure.Count is { } target && beat.Dates.Count != target)
            yield return new(promise.Code, $"No beat of {beat.Step} days gives {target} dates in this year; the nearest gives {beat.Dates.Count}. Change the months left out, or the measure.", Flag: true);
    }

    private static Beat Take(PlanYear year, Cadence cadence, DateOnly first, int step)
    {
        List<DateOnly> dates = [];
        for (var day = first; day <= year.Last; day = day.AddDays(step))
            if (cadence.Open(day)) dates.Add(day);
        return new(first, step, dates);
    }
}
