using System.Globalization;

namespace Secretariat.Platform.Clocks;

/// <summary>Dates as people of the network read them.</summary>
public static class Dates
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>"Tuesday 6 March 2018"</summary>
    public static string Long(this DateOnly date) => date.ToString("dddd d MMMM yyyy", British);

    /// <summary>"Tue 6 Mar"</summary>
    public static string Short(this DateOnly date) => date.ToString("ddd d MMM", British);

    /// <summary>"6 March 2018"</summary>
    public static string Plain(this DateOnly date) => date.ToString("d MMMM yyyy", British);

    public static string Iso(this DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>"Tuesday 6 March 2018 at 09:30", in the zone of the network.</summary>
    public static string Long(this DateTimeOffset moment, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        return $"{DateOnly.FromDateTime(local.DateTime).Long()} at {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>"6 Mar 2018, 09:30", for tables.</summary>
    public static string Table(this DateTimeOffset moment, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(moment, zone).ToString("d MMM yyyy, HH:mm", British);

    public static DateOnly DateIn(this DateTimeOffset moment, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    /// <summary>The instant of a local time. A time that the clocks skip in spring is taken one hour later.</summary>
    public static DateTimeOffset At(this DateOnly date, TimeOnly time, TimeZoneInfo zone)
    {
        var local = date.ToDateTime(time);
        if (zone.IsInvalidTime(local)) local = local.AddHours(1);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
