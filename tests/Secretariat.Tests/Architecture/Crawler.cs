using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing.Patterns;
using Secretariat.Platform.Web;

namespace Secretariat.Tests.Architecture;

/// <param name="Key">As in the table of rights: "POST /desk/people/{id:guid}?handler=Merge".</param>
/// <param name="Url">The same with a value for each parameter.</param>
/// <param name="Room">The folder that the page lies in; null for an endpoint that is not a page.</param>
public sealed record Call(string Key, HttpMethod Method, string Url, string? Room)
{
    public bool IsPage => Room is not null;
}

/// <summary>Finds everything that can be called: pages with their handlers, and endpoints in code.</summary>
public static class Crawler
{
    /// <param name="samples">The id of a real record for an address such as "people"; without it addresses lead to nothing.</param>
    public static async Task<IReadOnlyList<Call>> Calls(IServiceProvider services, IReadOnlyDictionary<string, string>? samples = null)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var calls = new List<Call>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var room = RoomConvention.RoomOf(page.ViewEnginePath) ?? "";
                var handlers = (await loader.LoadAsync(page, EndpointMetadataCollection.Empty)).HandlerMethods;
                // A page without handlers answers GET all the same.
                if (handlers.Count == 0) calls.Add(Make("GET", route, null, endpoint, room, samples));
                calls.AddRange(handlers.Select(h => Make(h.HttpMethod.ToUpperInvariant(), route, h.Name, endpoint, room, samples)));
            }
            else
                foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } some ? some : ["GET"])
                    calls.Add(Make(method, route, null, endpoint, null, samples));
        }
        return [.. calls.DistinctBy(c => c.Key).OrderBy(c => c.Key.Split(' ')[1], StringComparer.Ordinal).ThenBy(c => c.Key, StringComparer.Ordinal)];
    }

    private static Call Make(string method, string route, string? handler, RouteEndpoint endpoint, string? room, IReadOnlyDictionary<string, string>? samples)
    {
        var query = handler is null ? "" : $"?handler={handler}";
        return new Call($"{method} {route}{query}", new HttpMethod(method), Filled(endpoint.RoutePattern, samples) + query, room);
    }

    private static string Filled(RoutePattern pattern, IReadOnlyDictionary<string, string>? samples)
    {
        var (url, before) = ("", "");
        foreach (var segment in pattern.PathSegments)
        {
            var text = string.Concat(segment.Parts.Select(p => p switch
            {
                RoutePatternLiteralPart literal => literal.Content,
                RoutePatternSeparatorPart separator => separator.Content,
                RoutePatternParameterPart parameter => samples?.GetValueOrDefault($"{before}/{parameter.Name}") ?? Value(parameter),
                _ => "",
            }));
            (url, before) = ($"{url}/{text}", segment.IsSimple && segment.Parts[0] is RoutePatternLiteralPart ? text : before);
        }
        return url.Length == 0 ? "/" : url;
    }

    private static string Value(RoutePatternParameterPart parameter)
    {
        var constraints = parameter.ParameterPolicies.Select(p => p.Content).ToList();
        if (constraints.Contains("guid")) return "0190a0b0-0000-7000-8000-000000000001";
        if (constraints.Any(c => c is "int" or "long")) return "404";
        return parameter.IsCatchAll ? "no/such/page" : "x";
    }
}
