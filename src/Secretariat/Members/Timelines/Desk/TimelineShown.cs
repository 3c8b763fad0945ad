namespace Secretariat.Members.Timelines.Desk;

/// <param name="Address">Of the page, for the way to what happened earlier.</param>
public sealed record TimelineShown(TimelinePage Page, string Address)
{
    /// <summary>A link from another day is read as it was meant; anything else means now.</summary>
    public static DateTimeOffset Before(long? ticks, DateTimeOffset now) => ticks is > 0 and < 3155378975999999999 && new DateTimeOffset(ticks.Value, TimeSpan.Zero) is var then && then < now ? then : now.AddTicks(1);
}
