using Secretariat.Platform.Clocks;

namespace Secretariat.Members.People;

public static class DateWords
{
    /// <summary>"from 1 April 2016 to 30 November 2017", "since 1 April 2016".</summary>
    public static string Term(DateOnly from, DateOnly? to, DateOnly today) =>
        to is { } last ? $"{from.Plain()} to {last.Plain()}" : from > today ? $"from {from.Plain()}" : $"since {from.Plain()}";
}
