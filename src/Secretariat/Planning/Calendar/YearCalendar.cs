using Secretariat.Platform.Data;

namespace Secretariat.Planning.Calendar;

/// <summary>
/// The year's dated promises, drawn from measures and cadences alone, with the reasons told to staff.
/// Dates that people moved, dropped or already kept are given in and stay; the same input always gives the same calendar.
/// </summary>
public sealed record YearCalendar(PlanYear Year, IReadOnlyList<Slot> Slots, IReadOnlyList<Note> Reasons, IReadOnlyList<Note> Clashing)
{
    public IEnumerable<Note> Notes => Reasons.Concat(Clashing);

    /// <summary>Where the promise and the year do not fit each other.</summary>
    public IEnumerable<Note> Unplaced => Reasons.Where(note => note.Flag);

    public IEnumerable<Slot> Of(string code) => Slots.Where(slot => slot.Code == code);

    public static YearCalendar Draw(PlanYear year, IReadOnlyCollection<Promise> promises, IReadOnlyDictionary<DateOnly, string> holidays, IReadOnlyCollection<Slot>? kept = null)
    {
        var draft = new Draft(new WorkingDays(year, holidays), promises, kept ?? []);
        foreach (var promise in InOrder(promises)) draft.Place(promise);
        return new(year,
            [.. draft.Slots.OrderBy(slot => slot.Date).ThenBy(slot => slot.Code, StringComparer.Ordinal)],
            draft.Notes, [.. Clashes.Among(draft.Slots, promises, new WorkingDays(year, holidays))]);
    }

    /// <summary>The least free first: a beat, then fixed places, then a spread over few months; what is tied comes after what it is tied to.</summary>
    private static IEnumerable<Promise> InOrder(IReadOnlyCollection<Promise> promises)
    {
        var placed = new HashSet<string>();
        var left = promises.OrderBy(p => p.Cadence.Every is Every.Week or Every.Fortnight ? 0 : p.Cadence.At.Count > 0 ? 1 : 2)
            .ThenBy(p => Enumerable.Range(1, 12).Count(month => p.Cadence.Open(new(2000, month, 1))))
            .ThenBy(p => p.Code, StringComparer.Ordinal).ToList();
        while (left.Count > 0)
        {
            var next = left.Find(p => p.Cadence.TiedTo is not { } other || placed.Contains(other) || promises.All(any => any.Code != other))
                ?? throw new RuleBroken($"{string.Join(", ", left.Select(p => p.Code))} are tied to each other in a circle; one of them needs a cadence of its own.");
            left.Remove(next);
            placed.Add(next.Code);
            yield return next;
        }
    }
}
