using Microsoft.AspNetCore.HttpOverrides;

namespace Secretariat.Platform.Web;

/// <summary>Whose word is taken for where a request came from: only the proxies that the settings name.</summary>
public static class Proxies
{
    public static IReadOnlyList<System.Net.IPNetwork> Read(IConfiguration configuration, List<string> faults)
    {
        var networks = new List<System.Net.IPNetwork>();
        foreach (var text in (configuration["Site:Proxies"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (System.Net.IPNetwork.TryParse(text, out var network)) networks.Add(network);
            else if (System.Net.IPAddress.TryParse(text, out var address)) networks.Add(new(address, address.GetAddressBytes().Length * 8));
            else faults.Add($"Site__Proxies must be addresses or networks such as “127.0.0.1, 10.0.0.0/8”, not “{text}”.");
        }
        return networks;
    }

    public static void UseProxies(this WebApplication app)
    {
        var proxies = app.Services.GetRequiredService<Settings>().Proxies;
        if (proxies.Count == 0) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost, ForwardLimit = proxies.Count };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies) options.KnownIPNetworks.Add(proxy);
        app.UseForwardedHeaders(options);
    }
}
