using Secretariat.Platform.Clocks;

namespace Secretariat.Platform.Web;

public static class SiteDay
{
    /// <summary>Today where the network is, by the network's clock.</summary>
    public static DateOnly Today(this Sites sites, TimeProvider clock) => clock.GetUtcNow().DateIn(sites.Current.Zone);
}
