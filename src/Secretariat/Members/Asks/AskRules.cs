using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;

namespace Secretariat.Members.Asks;

public static class AskWords
{
    public static string Words(this AskWay way) => way switch
    {
        AskWay.Weekly => "weekly letter",
        AskWay.Urgent => "due within three days",
        AskWay.OwnLetter => "as it opened or changed",
        _ => "staff wrote to those missing",
    };
}

/// <summary>When something is asked of somebody, and when they are left in peace.</summary>
public static class AskRules
{
    public const DayOfWeek WeeklyDay = DayOfWeek.Tuesday;
    public static readonly TimeOnly Hour = new(9, 0);

    /// <summary>What is due within this does not wait for the weekly letter.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromHours(72);

    /// <summary>Nobody is reminded of the same thing by itself before this has passed.</summary>
    public const int PeaceDays = 3;

    /// <summary>How many letters that ask something one person gets in seven days; beyond it only staff may write, and they see it first.</summary>
    public const int WeeklyCap = 3;

    public static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>The last moment at which weekly letters went or were to go.</summary>
    public static DateTimeOffset Slot(DateTimeOffset now, TimeZoneInfo zone)
    {
        var day = now.DateIn(zone);
        var tuesday = day.AddDays(-(((int)day.DayOfWeek - (int)WeeklyDay + 7) % 7));
        var slot = tuesday.At(Hour, zone);
        return slot <= now ? slot : tuesday.AddDays(-7).At(Hour, zone);
    }

    public static DateTimeOffset NextSlot(DateTimeOffset now, TimeZoneInfo zone) => Slot(now, zone).DateIn(zone).AddDays(7).At(Hour, zone);

    /// <summary>The morning of the next look: that of the weekly letter, or before it one on which something that is open cannot wait.</summary>
    /// <param name="last">The day of the last look.</param>
    public static DateTimeOffset NextLook(DateOnly last, IReadOnlyCollection<DateTimeOffset> closings, TimeZoneInfo zone)
    {
        for (var day = last.AddDays(1); ; day = day.AddDays(1))
        {
            var morning = day.At(Hour, zone);
            if (day.DayOfWeek == WeeklyDay || closings.Any(c => c > morning && c - morning <= Soon)) return morning;
        }
    }

    /// <summary>Whether something that closes then can wait for the weekly letter and still leave people three days.</summary>
    public static bool CanWait(DateTimeOffset closes, DateTimeOffset now, TimeZoneInfo zone) => closes - NextSlot(now, zone) >= Soon;

    /// <summary>By days and not by hours: a letter that took a minute to write does not put off the next by a day, nor does a change of the clocks.</summary>
    public static bool InPeace(DateTimeOffset? last, DateTimeOffset now, TimeZoneInfo zone) =>
        last is { } asked && now.DateIn(zone).DayNumber - asked.DateIn(zone).DayNumber < PeaceDays;

    /// <param name="lastAsked">When this person was last written to about it; null when never.</param>
    /// <returns>Null when it is not to be asked now.</returns>
    public static AskWay? Due(Ask ask, DateTimeOffset? lastAsked, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (ask.By <= now || (lastAsked >= ask.Since && InPeace(lastAsked, now, zone))) return null;
        if (ask.By - now <= Soon) return AskWay.Urgent;
        var slot = Slot(now, zone);
        // As it stood when the letter went: who was left out of it then waits for the next one, and not for the day after.
        return ask.Since <= slot && (lastAsked is null || (lastAsked < slot && !InPeace(lastAsked, slot, zone))) ? AskWay.Weekly : null;
    }
}
