using Secretariat.Platform.Clocks;

namespace Secretariat.Planning.Calendar;

/// <summary>On which days of the year something may be promised, and why not on the others.</summary>
public sealed class WorkingDays(PlanYear year, IReadOnlyDictionary<DateOnly, string> holidays)
{
    public PlanYear Year => year;

    public bool Works(DateOnly day) => WhyNot(day) is null;

    public string? WhyNot(DateOnly day) =>
        !year.Contains(day) ? $"{day.Long()} is outside the year"
        : holidays.TryGetValue(day, out var name) ? $"{day.Long()} is a bank holiday ({name})"
        : day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? $"{day.Long()} is at a weekend"
        : null;

    /// <summary>The nearest working day that the cadence leaves open and <paramref name="free"/> allows; a tie goes to the later day, or to the earlier when something is due before.</summary>
    public DateOnly? Nearest(DateOnly to, Cadence cadence, Func<DateOnly, bool> free, bool earlier = false)
    {
        for (var distance = 0; distance <= year.Length; distance++)
        {
            int[] sides = earlier ? [-distance, distance] : [distance, -distance];
            foreach (var side in sides)
                if (to.AddDays(side) is var day && Works(day) && cadence.Open(day) && free(day))
                    return day;
        }
        return null;
    }
}
