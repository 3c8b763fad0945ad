using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Secretariat.Platform.Web;

/// <summary>How often one address of the internet may try. Counted in memory by the machine's clock, and never stored.</summary>
public static class Limits
{
    public const string SignIn = nameof(SignIn);

    public static void AddLimits(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };
        // A council's people share one address: thirty of them may sign in within ten minutes.
        options.AddPolicy(SignIn, context => HttpMethods.IsGet(context.Request.Method)
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetSlidingWindowLimiter(Source(context.Connection.RemoteIpAddress), _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = 30,
                Window = TimeSpan.FromMinutes(10),
                SegmentsPerWindow = 10,
            }));
    });

    /// <summary>A household or office: of IPv6 it holds the whole /64, which one machine can walk through.</summary>
    internal static string Source(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes(), 0, 8) : address.ToString();
    }
}
