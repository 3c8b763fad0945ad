using Microsoft.AspNetCore.Routing.Patterns;
using Secretariat.Platform.Data;

namespace Secretariat.Publishing.Pages;

/// <summary>The addresses that belong to the program: a page of the network's own cannot take one of them.</summary>
public sealed class OwnAddresses(IServiceProvider services, IWebHostEnvironment host)
{
    /// <summary>Not there yet or only in some installations, and to be kept free for it.</summary>
    private static readonly string[] Kept = ["a", "u", "api", "conference", "demo", "desk", "feed", "files", "health", "media", "metrics", "my", "pictures", "publications", "search", "sponsors", "tickets"];

    private readonly Lazy<HashSet<string>> _taken = new(() => [.. Kept, .. Routes(services), .. host.WebRootFileProvider.GetDirectoryContents("").Select(f => f.Name)]);

    public void Refuse(string slug)
    {
        if (_taken.Value.Contains(slug)) throw new RuleBroken($"The address /{slug} belongs to the program. Choose another.", nameof(SitePage.Slug));
    }

    // Asked late: the sources of addresses are complete only when the program is built.
    private static IEnumerable<string> Routes(IServiceProvider services) =>
        services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => e.RoutePattern.PathSegments.FirstOrDefault()?.Parts[0]).OfType<RoutePatternLiteralPart>().Select(p => p.Content.ToLowerInvariant());
}
