using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Checks;

/// <summary>One year’s asking: everybody who holds a position looks whether their details are right.</summary>
public sealed class CheckRound : Record
{
    /// <summary>Whoever looked in the half year before is not asked again.</summary>
    public const int FreshDays = 183;

    private static readonly TimeOnly Morning = new(6, 0), Evening = new(17, 0);

    private CheckRound() { }

    public CheckRound(DateOnly opens, int days, DateTimeOffset now) => (Opens, Closes, OpenedAt) = (opens, opens.AddDays(days), now);

    public DateOnly Opens { get; private set; }

    /// <summary>The last day.</summary>
    public DateOnly Closes { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>A check since then counts for this year.</summary>
    public DateTimeOffset FreshSince => OpenedAt.AddDays(-FreshDays);

    public DateTimeOffset ClosesAt(TimeZoneInfo zone) => Closes.At(Evening, zone);

    /// <summary>The day of the next one: the first of the month, or today when that passed lately and nobody was asked.</summary>
    /// <param name="last">The day on which people were last asked.</param>
    public static DateOnly Next(CheckSettings settings, DateOnly? last, DateOnly today)
    {
        var first = new DateOnly(today.Year, settings.Month, 1);
        if (first > today) first = first.AddYears(-1);
        return (last is null || last < first) && today < first.AddDays(settings.Days) ? today : first.AddYears(1);
    }

    public static DateTimeOffset OpensAt(DateOnly day, TimeZoneInfo zone) => day.At(Morning, zone);
}
