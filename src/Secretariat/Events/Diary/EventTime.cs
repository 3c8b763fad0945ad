using System.Globalization;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Diary;

/// <summary>When an event is, where it is: the local time and the zone are the truth, and instants follow from them.</summary>
/// <param name="Ends">Not after <paramref name="Starts"/> it is on the next day: a dinner may end past midnight.</param>
public readonly record struct EventTime(DateOnly Day, TimeOnly Starts, TimeOnly Ends, string Zone)
{
    public DateOnly LastDay => Ends <= Starts ? Day.AddDays(1) : Day;
    public TimeZoneInfo ZoneInfo => TimeZoneInfo.FindSystemTimeZoneById(Zone);
    public DateTimeOffset StartsAt => Day.At(Starts, ZoneInfo);
    public DateTimeOffset EndsAt => LastDay.At(Ends, ZoneInfo);

    /// <summary>"Tuesday 6 March 2018, 10:30 to 15:30"</summary>
    public string Words => $"{Day.Long()}, {Clock(Starts)} to {Clock(Ends)}{(LastDay == Day ? "" : " on the next day")}";

    public string Hours => $"{Clock(Starts)} to {Clock(Ends)}";

    /// <summary>A time that the clocks skip, or that comes twice, is no time at which people can meet.</summary>
    public EventTime Checked()
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out var zone)) throw new RuleBroken($"“{Zone}” is not a time zone: write it as Europe/London.", "Zone");
        if (Day.Year is < 2000 or > 2199) throw new RuleBroken("Give a year between 2000 and 2199.", "Day");
        Check(Day, Starts, zone, "Starts");
        Check(LastDay, Ends, zone, "Ends");
        return this;
    }

    private static void Check(DateOnly day, TimeOnly time, TimeZoneInfo zone, string field)
    {
        var local = day.ToDateTime(time);
        if (zone.IsInvalidTime(local)) throw new RuleBroken($"On {day.Long()} the clocks go forward and there is no {Clock(time)}. Choose another time.", field);
        if (zone.IsAmbiguousTime(local)) throw new RuleBroken($"On {day.Long()} the clocks go back and {Clock(time)} comes twice. Choose another time.", field);
    }

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
