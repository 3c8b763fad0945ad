using Secretariat.Platform.Clocks;

namespace Secretariat.Planning.Calendar;

/// <summary>What staff should look at in a set of dates: two gatherings on one day, and dates set by hand where none should be.</summary>
public static class Clashes
{
    public static IEnumerable<Note> Among(IReadOnlyCollection<Slot> slots, IReadOnlyCollection<Promise> promises, WorkingDays days)
    {
        var byCode = promises.ToDictionary(promise => promise.Code);
        foreach (var slot in slots.Where(slot => slot.Kept))
            if (WhyNot(byCode[slot.Code], slot.Date, days) is { } why)
                yield return new(slot.Code, $"{why}; the date was set by hand and stays.", Flag: true);

        foreach (var same in slots.GroupBy(slot => (slot.Code, slot.Date)).Where(same => same.Count() > 1))
            yield return new(same.Key.Code, $"Clash: {byCode[same.Key.Code].Title} stands twice on {same.Key.Date.Long()}.", Flag: true);

        foreach (var day in slots.Where(slot => byCode[slot.Code].Gathers).GroupBy(slot => slot.Date).OrderBy(day => day.Key))
            if (day.Select(slot => slot.Code).Distinct().ToList() is { Count: > 1 } codes)
                yield return new(codes[0], $"Clash: {string.Join(" and ", codes.Select(code => byCode[code].Title))} are on the same day, {day.Key.Long()}.", Flag: true);
    }

    private static string? WhyNot(Promise promise, DateOnly date, WorkingDays days) =>
        days.WhyNot(date) ?? (promise.Cadence.Open(date) ? null : $"{date.Long()}: {promise.Title} leaves out {Cadence.MonthName(date.Month)}");
}
