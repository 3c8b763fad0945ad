namespace Secretariat.Planning;

/// <summary>The twelve months that a plan covers: any twelve, from a first day.</summary>
public readonly record struct PlanYear(DateOnly First)
{
    public DateOnly Last => First.AddYears(1).AddDays(-1);
    public int Length => Last.DayNumber - First.DayNumber + 1;

    /// <summary>As people say it: 2018 for a calendar year, 2017/18 for one that crosses the new year.</summary>
    public string Name => First.Year == Last.Year ? $"{First.Year}" : $"{First.Year}/{Last.Year % 100:00}";

    /// <summary>The name as it stands in addresses and keys: 2017-18.</summary>
    public string Code => Name.Replace('/', '-');

    public IEnumerable<DateOnly> Days
    {
        get
        {
            for (var day = First; day <= Last; day = day.AddDays(1)) yield return day;
        }
    }

    /// <summary>The first day of each month that the year touches, the year's own first day for the first.</summary>
    public IEnumerable<DateOnly> Months
    {
        get
        {
            for (var day = First; day <= Last; day = new DateOnly(day.Year, day.Month, 1).AddMonths(1)) yield return day;
        }
    }

    public bool Contains(DateOnly date) => date >= First && date <= Last;

    /// <summary>The year's own "3 October", or null when it has none (29 February).</summary>
    public DateOnly? On(int month, int day)
    {
        foreach (var year in (int[])[First.Year, Last.Year])
            if (day <= DateTime.DaysInMonth(year, month) && new DateOnly(year, month, day) is var date && Contains(date))
                return date;
        return null;
    }
}
