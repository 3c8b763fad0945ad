using System.Net;
using System.Threading.RateLimiting;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Inbox.Public;

/// <summary>
/// How many enquiries the form takes: from one address of the internet, and from all together. Counted in memory by the
/// machine's clock, and never stored; in the page and not before it, so that what was typed is still there.
/// </summary>
public sealed class ContactLimits : IDisposable
{
    public const int FromOne = 10, FromAll = 300;

    private readonly PartitionedRateLimiter<IPAddress?> _limits = PartitionedRateLimiter.CreateChained(
        // A council's people share one address.
        PartitionedRateLimiter.Create<IPAddress?, string>(from => RateLimitPartition.GetSlidingWindowLimiter(Limits.Source(from), _ => Window(FromOne, TimeSpan.FromMinutes(10)))),
        PartitionedRateLimiter.Create<IPAddress?, string>(_ => RateLimitPartition.GetSlidingWindowLimiter("", _ => Window(FromAll, TimeSpan.FromHours(1)))));

    public bool Take(IPAddress? from) => _limits.AttemptAcquire(from).IsAcquired;

    public void Dispose() => _limits.Dispose();

    private static SlidingWindowRateLimiterOptions Window(int permits, TimeSpan time) => new() { PermitLimit = permits, Window = time, SegmentsPerWindow = 10 };
}
