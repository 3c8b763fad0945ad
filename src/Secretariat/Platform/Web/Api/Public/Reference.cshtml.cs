using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Secretariat.Platform.Web.Api.Public;

/// <summary>The API's description for people, from the same document that programs read. No script: the usual viewers need what our policy forbids.</summary>
public sealed class ReferenceModel([FromKeyedServices("v1")] IOpenApiDocumentProvider description) : PageModel
{
    public sealed record Operation(string Method, string Path, OpenApiOperation About)
    {
        public bool NeedsToken => About.Security is not { Count: > 0 } security || security.All(s => s.Count > 0);
    }

    public OpenApiDocument Document { get; private set; } = null!;
    public IReadOnlyList<IGrouping<string, Operation>> Groups { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Document = await description.GetOpenApiDocumentAsync(ct);
        Groups = [.. Document.Paths
            .SelectMany(path => path.Value.Operations ?? [], (path, operation) => new Operation(operation.Key.Method, path.Key, operation.Value))
            .GroupBy(operation => operation.About.Tags?.FirstOrDefault()?.Name ?? "Other").OrderBy(group => group.Key)];
    }
}
