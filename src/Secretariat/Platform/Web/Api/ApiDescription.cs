using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Secretariat.Platform.Web.Api;

/// <summary>What the generated description cannot know: whose API it is, how to sign in, and that every operation can fail.</summary>
public sealed class ApiDescription(Settings settings, Sites sites) : IOpenApiDocumentTransformer, IOpenApiOperationTransformer
{
    private const string Scheme = "token";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.Info = new()
        {
            Title = $"{sites.Current.Name}: API",
            Version = "1",
            Description = "Read what the network knows, as far as your role may. Errors are problem details (RFC 9457). Lists come in pages: pass the last answer’s “after” to get the next.",
            Contact = new() { Name = sites.Current.ContactName is { Length: > 0 } name ? name : sites.Current.Name, Url = new(settings.Url, "/accessibility") },
            License = new() { Name = "Data as stated on the sources page", Url = new(settings.Url, "/sources") },
        };
        document.Servers = [new() { Url = settings.Url.GetLeftPart(UriPartial.Authority), Description = "This installation" }];
        document.Components ??= new();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "A token made with “token add NAME --role ROLE”.",
        };
        return Task.CompletedTask;
    }

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var open = context.Description.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any();
        var token = new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] };
        // An empty requirement beside it says that the token is optional.
        operation.Security = open ? [token, new OpenApiSecurityRequirement()] : [token];
        return Task.CompletedTask;
    }
}
