using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Wishes;

/// <summary>Chief executives are asked what workshops should be about: until a day they propose, and rank what was proposed.</summary>
public sealed class WishCall : Record
{
    public const int LongestDays = 120;
    private static readonly TimeOnly Evening = new(17, 0);

    private WishCall() { }

    public WishCall(DateOnly? closes, DateOnly today, DateTimeOffset now)
    {
        if (closes is not { } last) throw new RuleBroken("Choose the last day for answers.", "Closes");
        if (last <= today) throw new RuleBroken("Choose a day that is still to come.", "Closes");
        if (last > today.AddDays(LongestDays)) throw new RuleBroken($"Choose a day within {LongestDays} days: what is asked for longer is forgotten.", "Closes");
        (Closes, OpenedAt) = (last, now);
    }

    public DateOnly Closes { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }

    public bool IsOpen(DateOnly today) => today <= Closes;

    public DateTimeOffset ClosesAt(TimeZoneInfo zone) => Closes.At(Evening, zone);
}
