using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OutputCaching;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;

namespace Secretariat.Platform.Web;

/// <summary>
/// Keeps public pages as bytes, compressed once. A page names the records it shows as its tags
/// (<c>[OutputCache(PolicyName = PublicCache.Policy, Tags = [nameof(Organisation)])]</c>), and a commit that changes one evicts it.
/// </summary>
public sealed class PublicCache(IOutputCacheStore store) : IWatchCommits
{
    public const string Policy = "public";

    /// <summary>Everything on every public page: the name, the colour, the contact.</summary>
    private const string EveryPage = nameof(Site);

    public async ValueTask Committed(IReadOnlySet<Type> changed, CancellationToken ct)
    {
        foreach (var kind in changed) await store.EvictByTagAsync(kind.Name, ct);
    }

    /// <summary>For a page that learns only while it is made what it shows: what a later feature has for it.</summary>
    public static void Tag(HttpContext http, IEnumerable<string> kinds)
    {
        if (http.Features.Get<IOutputCacheFeature>() is not { } kept) return;
        foreach (var kind in kinds) kept.Context.Tags.Add(kind);
    }

    public sealed class Rule : IOutputCachePolicy
    {
        // On PostgreSQL another process may have changed the page: nobody sees an old one for longer than this.
        private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

        public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken ct)
        {
            var http = context.HttpContext;
            // What is asked by a query is answered from memory anyway, and anyone could fill the store with questions.
            var open = HttpMethods.IsGet(http.Request.Method) && !http.Request.QueryString.HasValue && IsForEverybody(http);
            (context.EnableOutputCaching, context.AllowCacheLookup, context.AllowCacheStorage, context.AllowLocking) = (open, open, open, true);
            context.ResponseExpirationTimeSpan = Longest;
            context.Tags.Add(EveryPage);
            // Positions and seats are true on a day, and the network's day may be moved.
            var services = http.RequestServices;
            foreach (var part in services.GetServices<IInFooter>()) context.Tags.UnionWith(part.Tags);
            var zone = services.GetRequiredService<Sites>().Current.Zone;
            context.CacheVaryByRules.VaryByValues["day"] = services.GetRequiredService<TimeProvider>().GetUtcNow().DateIn(zone).Iso();
            context.CacheVaryByRules.VaryByValues["coding"] = Coding(http.Request.Headers.AcceptEncoding.ToString());
            return ValueTask.CompletedTask;
        }

        public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken ct) => ValueTask.CompletedTask;

        public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken ct)
        {
            var response = context.HttpContext.Response;
            if (response.StatusCode != 200 || response.Headers.SetCookie.Count > 0) context.AllowCacheStorage = false;
            return ValueTask.CompletedTask;
        }

        /// <summary>The cache stands before the rights, so it keeps only what needs none and asks nothing of who comes.</summary>
        private static bool IsForEverybody(HttpContext http) =>
            http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null && http.Request.Headers.Cookie.Count == 0 && http.Request.Headers.Authorization.Count == 0;

        /// <summary>Browsers word the header differently and mean one of three.</summary>
        private static string Coding(string accepted) => accepted.Contains("br") ? "br" : accepted.Contains("gzip") ? "gzip" : "";
    }
}
