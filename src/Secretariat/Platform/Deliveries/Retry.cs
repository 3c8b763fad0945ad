namespace Secretariat.Platform.Deliveries;

/// <summary>How long a letter waits after each try that was put off: about two days in all, as mail servers do.</summary>
public static class Retry
{
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(2),
        TimeSpan.FromHours(4), TimeSpan.FromHours(8), TimeSpan.FromHours(8), TimeSpan.FromHours(12), TimeSpan.FromHours(12),
    ];

    /// <param name="attempts">Tries so far, the one just made included.</param>
    /// <returns>Null when it is time to give up.</returns>
    public static TimeSpan? After(int attempts) => attempts <= Waits.Length ? Waits[Math.Max(attempts, 1) - 1] : null;
}
