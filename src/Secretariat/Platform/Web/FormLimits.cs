using System.Net;
using System.Threading.RateLimiting;

namespace Secretariat.Platform.Web;

/// <summary>
/// How many times an open form is taken: from one address of the internet, and from all together. Counted in memory by the
/// machine's clock, and never stored; in the page and not before it, so that what was typed is still there.
/// </summary>
/// <param name="fromOne">In ten minutes; a council's people share one address.</param>
/// <param name="fromAll">In an hour.</param>
public abstract class FormLimits(int fromOne, int fromAll) : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress?> _limits = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<IPAddress?, string>(from => RateLimitPartition.GetSlidingWindowLimiter(Limits.Source(from), _ => Window(fromOne, TimeSpan.FromMinutes(10)))),
        PartitionedRateLimiter.Create<IPAddress?, string>(_ => RateLimitPartition.GetSlidingWindowLimiter("", _ => Window(fromAll, TimeSpan.FromHours(1)))));

    public bool Take(IPAddress? from) => _limits.AttemptAcquire(from).IsAcquired;

    public void Dispose()
    {
        _limits.Dispose();
        GC.SuppressFinalize(this);
    }

    private static SlidingWindowRateLimiterOptions Window(int permits, TimeSpan time) => new() { PermitLimit = permits, Window = time, SegmentsPerWindow = 10 };
}
