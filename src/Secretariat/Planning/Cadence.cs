using System.Globalization;
using Secretariat.Platform.Data;

namespace Secretariat.Planning;

public enum Every { None, Week, Fortnight, Month, TwoMonths, Quarter, HalfYear, Year }

/// <summary>When it was promised, as values that a calendar can be generated from.</summary>
public sealed record Cadence
{
    public static readonly Cadence None = new();

    public Every Every { get; init; }
    public IReadOnlyList<int> Months { get; init; } = [];
    public IReadOnlyList<int> Except { get; init; } = [];
    public DayOfWeek? Weekday { get; init; }
    public IReadOnlyList<Placement> At { get; init; } = [];
    public string? TiedTo { get; init; }
    public int DaysBefore { get; init; }

    public bool Open(DateOnly day) => (Months.Count == 0 || Months.Contains(day.Month)) && !Except.Contains(day.Month);

    /// <summary>What cannot be meant, told where the plan is read rather than where the calendar is drawn.</summary>
    public Cadence Checked()
    {
        foreach (var month in Months.Concat(Except).Concat(At.Select(at => at.Month)))
            if (month is < 1 or > 12) throw new RuleBroken($"There is no month {month}; months are 1 to 12.");
        if (At.FirstOrDefault(at => !Open(new(2000, at.Month, 1))) is { } shut)
            throw new RuleBroken($"It is placed in {MonthName(shut.Month)}, a month that the same cadence leaves out.");
        if (TiedTo is not null && At.Count > 0) throw new RuleBroken("It is tied to another outcome and has places of its own; choose one.");
        return this;
    }

    public string InWords
    {
        get
        {
            if (TiedTo is not null) return DaysBefore == 0 ? $"on the same day as {TiedTo}" : $"{DaysBefore} days before {TiedTo}";
            string?[] parts =
            [
                EveryInWords,
                Weekday is { } day ? $"on a {day}" : null,
                Months.Count > 0 ? $"in {List(Months)}" : null,
                At.Count > 0 ? $"placed at {string.Join(", ", At.Select(at => at.InWords))}" : null,
                Except.Count > 0 ? $"none in {List(Except, "or")}" : null
            ];
            return string.Join(", ", parts.Where(part => part is not null));
        }
    }

    /// <summary>The name in data packs and in the API.</summary>
    public static string Code(Every every) => every switch
    {
        Every.TwoMonths => "two-months",
        Every.HalfYear => "half-year",
        _ => every.ToString().ToLowerInvariant()
    };

    public static Every? EveryOf(string? code) =>
        Enum.GetValues<Every>().Cast<Every?>().FirstOrDefault(every => Code(every!.Value) == code);

    public static string MonthName(int month) => CultureInfo.GetCultureInfo("en-GB").DateTimeFormat.GetMonthName(month);

    public static string List(IEnumerable<int> months, string and = "and") => Joined([.. months.Select(MonthName)], and);

    private string EveryInWords => Every switch
    {
        Every.None => "no set rhythm",
        Every.Week => "every week",
        Every.Fortnight => "every fortnight",
        Every.Month => "every month",
        Every.TwoMonths => "about every two months",
        Every.Quarter => "about every quarter",
        Every.HalfYear => "twice a year",
        _ => "once a year"
    };

    private static string Joined(string[] names, string and) =>
        names.Length < 2 ? string.Concat(names) : $"{string.Join(", ", names[..^1])} {and} {names[^1]}";
}

/// <summary>A place in the year: a day of a month (1 March) or the nth weekday of one (second Wednesday; -1 is the last).</summary>
public sealed record Placement(int Month, int? Day = null, int? Nth = null, DayOfWeek? Weekday = null)
{
    private static readonly string[] Nths = ["last", "", "first", "second", "third", "fourth", "fifth"];

    public DateOnly? In(PlanYear year)
    {
        if (Day is { } day) return year.On(Month, day);
        var days = year.Days.Where(date => date.Month == Month && (Weekday is null || date.DayOfWeek == Weekday)).ToList();
        if (days.Count == 0) return null;
        return Nth switch
        {
            null => days[days.Count / 2],
            -1 => days[^1],
            var nth => nth <= days.Count ? days[nth.Value - 1] : null
        };
    }

    public string InWords => (Day, Nth, Weekday) switch
    {
        ({ } day, _, _) => $"{day} {Cadence.MonthName(Month)}",
        (_, { } nth and >= -1 and <= 5, { } weekday) => $"the {Nths[nth + 1]} {weekday} of {Cadence.MonthName(Month)}",
        _ => Cadence.MonthName(Month)
    };
}
