using Secretariat.Platform.Clocks;

namespace Secretariat.Planning.Calendar;

/// <summary>A calendar while it is being drawn, one promise after another.</summary>
internal sealed class Draft(WorkingDays days, IReadOnlyCollection<Promise> promises, IReadOnlyCollection<Slot> kept)
{
    private readonly Dictionary<string, Promise> _byCode = promises.ToDictionary(p => p.Code);
    private readonly Dictionary<(string, int), Slot> _kept = kept.ToDictionary(slot => (slot.Code, slot.Number));

    /// <summary>Where each slot would stand if nobody had moved it: what is tied to some of the slots chooses among these.</summary>
    private readonly Dictionary<string, List<DateOnly>> _drawn = [];

    public List<Slot> Slots { get; } = [];
    public List<Note> Notes { get; } = [];

    public void Place(Promise promise)
    {
        var wanted = Wanted(promise).ToList();
        var dates = _drawn[promise.Code] = [];
        foreach (var (want, why, earlier, exact) in wanted)
        {
            var number = dates.Count + 1;
            if (Settle(promise, want, dates, earlier, exact) is not { } date)
            {
                Notes.Add(new(promise.Code, $"There is no working day left for number {number} of {promise.Title}.", Flag: true));
                break;
            }
            dates.Add(date);
            Slots.Add(_kept.Remove((promise.Code, number), out var stays)
                ? stays with { Kept = true }
                : new(promise.Code, number, date, Join(why, WhyMoved(promise, want, date, exact))));
        }
        foreach (var surplus in _kept.Values.Where(slot => slot.Code == promise.Code).OrderBy(slot => slot.Number).ToList())
        {
            _kept.Remove((surplus.Code, surplus.Number));
            Slots.Add(surplus with { Kept = true });
            Notes.Add(new(promise.Code, $"{surplus.Date.Long()} stays because a person set it, though the measure no longer asks for number {surplus.Number}.", Flag: true));
        }
        if (promise.Cadence is not { Every: Every.None, At.Count: 0, TiedTo: null } && promise.Measure is { Kind: not MeasureKind.UpTo, Count: { } count } && dates.Count < count && !Notes.Any(note => note.Flag && note.Code == promise.Code))
            Notes.Add(new(promise.Code, $"Only {dates.Count} of {count} dates could be placed; look at the months of its cadence.", Flag: true));
    }

    /// <summary>The days that the cadence asks for, before weekends, bank holidays and other gatherings are looked at.</summary>
    private IEnumerable<Want> Wanted(Promise promise)
    {
        var (cadence, count) = (promise.Cadence, promise.Measure.Count);
        if (cadence.TiedTo is { } other) return Tied(promise, other);
        if (cadence.Every is Every.Week or Every.Fortnight)
        {
            var beat = Rhythm.Choose(days.Year, cadence, count, cadence.Every is Every.Week ? 7 : 14);
            Notes.AddRange(Rhythm.Explain(promise, beat));
            return beat.Dates.Select(date => new Want(date, Exact: true));
        }
        if (cadence.Every is Every.Month && cadence.At.Count == 0)
        {
            var months = EvenSpread.Monthly(days.Year, cadence, count);
            Notes.Add(new(promise.Code, $"One near the middle of each month left open: {months.Count} dates."));
            return months.Select(date => new Want(date));
        }
        return cadence.Every is Every.None && cadence.At.Count == 0 ? [] : Spread(promise, cadence, count ?? Default(cadence));
    }

    private IEnumerable<Want> Spread(Promise promise, Cadence cadence, int count)
    {
        if (count == 0) return [];
        var places = cadence.At.Select(at => (at, Date: at.In(days.Year))).ToList();
        foreach (var (at, _) in places.Where(place => place.Date is null))
            Notes.Add(new(promise.Code, $"This year has no {at.InWords}.", Flag: true));
        var fixedDates = places.Select(place => place.Date).OfType<DateOnly>().Distinct().Order().ToList();
        if (fixedDates.Count > count)
        {
            Notes.Add(new(promise.Code, $"{fixedDates.Count} places are fixed and only {count} promised; the first {count} are used.", Flag: true));
            fixedDates = fixedDates[..count];
        }

        var rest = count - fixedDates.Count;
        if (fixedDates.Count > 0)
            Notes.Add(new(promise.Code, $"Placed first: {string.Join(", ", places.Where(p => p.Date is { } d && fixedDates.Contains(d)).Select(p => p.at.InWords))}."));
        if (rest > 0)
            Notes.Add(new(promise.Code, $"{(fixedDates.Count > 0 ? $"The other {rest}" : $"{rest}")} spread evenly over {MonthsInWords(cadence)}."));
        return EvenSpread.Over(days.Year, cadence, count, fixedDates).Select(place => new Want(place.Date, Exact: place.Fixed));
    }

    private IEnumerable<Want> Tied(Promise promise, string other)
    {
        if (!_byCode.TryGetValue(other, out var to))
        {
            Notes.Add(new(promise.Code, $"It is tied to {other}, which is not in the plan.", Flag: true));
            yield break;
        }
        var hosts = _drawn[other];
        var count = Math.Min(promise.Measure.Count ?? hosts.Count, hosts.Count);
        var when = promise.Cadence.DaysBefore;
        Notes.Add(new(promise.Code, $"{(when == 0 ? "On the day" : $"Due {when} days before each")} of {to.Title}{(count < hosts.Count ? $", for the first {count} of {hosts.Count}" : "")}."));
        for (var number = 1; number <= count; number++)
            if (Slots.Find(slot => slot.Code == other && slot.Number == number) is { } host)
                yield return new(host.Date.AddDays(-when), when == 0 ? $"On the day of {to.Title}." : $"{when} days before {to.Title} on {host.Date.Long()}.", Earlier: true, Exact: true);
    }

    private DateOnly? Settle(Promise promise, DateOnly want, List<DateOnly> own, bool earlier, bool exact)
    {
        var taken = promise.Gathers ? Gatherings(promise).ToHashSet() : [];
        bool Free(DateOnly day) => !own.Contains(day) && (promise.Cadence.TiedTo is not null || !taken.Contains(day));
        // A beat and a fixed place keep their day even beside another gathering: that is flagged, not hidden.
        if (exact) return days.Nearest(want, promise.Cadence, day => !own.Contains(day), earlier);
        var weekday = promise.Cadence.Weekday;
        return days.Nearest(want, promise.Cadence, day => Free(day) && (weekday is null || day.DayOfWeek == weekday), earlier)
            ?? days.Nearest(want, promise.Cadence, Free, earlier);
    }

    private string? WhyMoved(Promise promise, DateOnly want, DateOnly got, bool exact)
    {
        if (exact) return want == got ? null : $"{days.WhyNot(want) ?? $"{want.Long()} is not open to it"}, so it is on {got.Long()}.";
        var weekday = promise.Cadence.Weekday;
        var first = days.Year.Days.Where(day => promise.Cadence.Open(day) && (weekday is null || day.DayOfWeek == weekday))
            .OrderBy(day => Math.Abs(day.DayNumber - want.DayNumber)).ThenByDescending(day => day).FirstOrDefault();
        if (first == got || first == default) return null;
        if (days.WhyNot(first) is { } why) return weekday is null ? null : $"{why}, so it is on {got.Long()}.";
        var there = Slots.Find(slot => slot.Date == first && _byCode[slot.Code].Gathers);
        return there is null ? null : $"{first.Long()} is taken by {_byCode[there.Code].Title}, so it is on {got.Long()}.";
    }

    private IEnumerable<DateOnly> Gatherings(Promise except) =>
        Slots.Concat(_kept.Values).Where(slot => slot.Code != except.Code && _byCode.TryGetValue(slot.Code, out var p) && p.Gathers).Select(slot => slot.Date);

    private static int Default(Cadence cadence) => cadence.Every switch
    {
        Every.TwoMonths => 6,
        Every.Quarter => 4,
        Every.HalfYear => 2,
        Every.Year => 1,
        Every.Month => 12,
        _ => cadence.At.Count
    };

    private static string MonthsInWords(Cadence cadence) =>
        cadence.Months.Count > 0 ? Cadence.List(cadence.Months) : cadence.Except.Count > 0 ? $"the months except {Cadence.List(cadence.Except)}" : "the year";

    private static string? Join(params string?[] whys) => string.Join(" ", whys.Where(why => why is not null)) is { Length: > 0 } all ? all : null;

    private readonly record struct Want(DateOnly Date, string? Why = null, bool Earlier = false, bool Exact = false);
}
