using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Secretariat.Platform.Web;

/// <summary>
/// How many times an open form is taken: from one address of the internet, and from all together. Counted in memory by the
/// machine's clock, and never stored; in the page and not before it, so that what was typed is still there.
/// </summary>
/// <param name="fromOne">In ten minutes; a council's people share one address.</param>
/// <param name="fromAll">In an hour; null for any number.</param>
public abstract class FormLimits(int fromOne, int? fromAll) : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress?> _one =
        PartitionedRateLimiter.Create<IPAddress?, string>(from => RateLimitPartition.GetSlidingWindowLimiter(Source(from), _ => Window(fromOne, TimeSpan.FromMinutes(10))));

    private readonly SlidingWindowRateLimiter? _all = fromAll is { } most ? new(Window(most, TimeSpan.FromHours(1))) : null;

    public bool Take(IPAddress? from) => _one.AttemptAcquire(from).IsAcquired && _all?.AttemptAcquire().IsAcquired != false;

    // Each has a timer, which would keep the whole program in memory after its end: a chain of limiters ends none of its own.
    public void Dispose()
    {
        _one.Dispose();
        _all?.Dispose();
        GC.SuppressFinalize(this);
    }

    private static SlidingWindowRateLimiterOptions Window(int permits, TimeSpan time) => new() { PermitLimit = permits, Window = time, SegmentsPerWindow = 10 };

    /// <summary>A household or office: of IPv6 it holds the whole /64, which one machine can walk through.</summary>
    internal static string Source(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes(), 0, 8) : address.ToString();
    }
}
