using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing.Matching;

namespace Secretariat.Platform.Web;

/// <summary>
/// The framework describes every page with its handlers, fields and rights before the first request. With some three hundred pages
/// that is a good part of the time a start takes; asked for one by one they cost nothing that anybody feels.
/// </summary>
public sealed class PagesWhenAsked(PageLoader pages) : MatcherPolicy, IEndpointSelectorPolicy
{
    // Before every other policy: what they look at is known of a whole page only.
    public override int Order => int.MinValue + 100;

    public static void Add(IServiceCollection services)
    {
        var eager = services.SingleOrDefault(s => s.ServiceType == typeof(IActionDescriptorProvider) && s.ImplementationType?.Name == "CompiledPageActionDescriptorProvider")
            ?? throw new InvalidOperationException("Razor Pages are described by another part of the framework than before.");
        services.Remove(eager);
        services.AddSingleton<IActionDescriptorProvider, PageActionDescriptorProvider>();
        services.AddSingleton<MatcherPolicy, PagesWhenAsked>();
    }

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(e => Undescribed(e) is not null);

    public async Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
            if (candidates.IsValidCandidate(i) && Undescribed(candidates[i].Endpoint) is { } page)
                candidates.ReplaceEndpoint(i, (await pages.LoadAsync(page, candidates[i].Endpoint.Metadata)).Endpoint, candidates[i].Values);
    }

    private static PageActionDescriptor? Undescribed(Endpoint endpoint) => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page and not CompiledPageActionDescriptor ? page : null;
}
