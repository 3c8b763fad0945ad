using Microsoft.EntityFrameworkCore;
using Secretariat.Planning.Calendar;
using Secretariat.Platform.Data;

namespace Secretariat.Enquiries.Inbox;

/// <summary>Working days: what is promised to whoever asks is promised in these.</summary>
public sealed class OfficeDays(IReadOnlySet<DateOnly> holidays)
{
    public static async Task<OfficeDays> Load(Db db, CancellationToken ct) => new(await db.Set<BankHoliday>().Select(h => h.Date).ToHashSetAsync(ct));

    public bool Works(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day);

    /// <summary>The working day that many working days later.</summary>
    public DateOnly After(DateOnly day, int days)
    {
        for (; days > 0; days -= Works(day) ? 1 : 0) day = day.AddDays(1);
        return day;
    }

    /// <summary>How many working days lie after the first, up to the last.</summary>
    public int Between(DateOnly first, DateOnly last)
    {
        var days = 0;
        for (var day = first.AddDays(1); day <= last; day = day.AddDays(1)) days += Works(day) ? 1 : 0;
        return days;
    }
}
