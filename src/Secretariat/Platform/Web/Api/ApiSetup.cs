using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;

namespace Secretariat.Platform.Web.Api;

/// <summary>The API's base: one group, one description, one shape of error.</summary>
public static class ApiSetup
{
    public const string Base = "/api/v1";
    public const string Description = Base + "/openapi.json";

    public static void AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            o.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
            // The answer is never put into a page's script, so names keep their letters instead of \u0027.
            o.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        });
        services.AddSingleton<IProblemDetailsWriter, ApiProblems>();
        services.AddOpenApi("v1", o =>
        {
            o.ShouldInclude = operation => operation.RelativePath?.StartsWith(Base[1..], StringComparison.Ordinal) == true;
            o.CreateSchemaReferenceId = NameOf;
            o.AddDocumentTransformer<ApiDescription>();
            o.AddOperationTransformer<ApiDescription>();
        });
    }

    /// <summary>Errors of the API are problem details (RFC 9457); errors of pages are pages.</summary>
    public static void UseErrors(this WebApplication app)
    {
        app.UseWhen(IsApi, api =>
        {
            api.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = Troubles.Status, AllowStatusCode404Response = true });
            api.UseStatusCodePages();
        });
        app.UseWhen(context => !IsApi(context), pages =>
        {
            pages.UseStatusCodePagesWithReExecute("/problem/{0}");
            pages.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = Troubles.Status, ExceptionHandler = Troubles.Write });
        });
    }

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup(Base).AddEndpointFilter(RefuseUnknownTokens).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status500InternalServerError);
        foreach (var part in app.Services.GetServices<IApiPart>()) part.Map(api);
        app.MapOpenApi("/api/{documentName}/openapi.json").AllowAnonymous().CacheOutput();
        app.MapFallback("/api/v1/{**rest}", () => Results.Problem(statusCode: 404, detail: $"There is no such resource. The description is at {Description}.")).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>Features call their shapes alike; their description must not: <c>FindApi.Answer</c> is FindAnswer.</summary>
    private static string? NameOf(JsonTypeInfo type) =>
        OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } name && type.Type.DeclaringType is { } api && api.Name.EndsWith("Api", StringComparison.Ordinal)
            ? api.Name[..^3] + name : OpenApiOptions.CreateDefaultSchemaReferenceId(type);

    internal static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments(Base);

    /// <summary>A token that is wrong is an error even where none is needed: its owner believes that it counts.</summary>
    private static async ValueTask<object?> RefuseUnknownTokens(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Request.Headers.Authorization.Count == 0 || http.User.Identity?.IsAuthenticated == true) return await next(context);
        http.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return TypedResults.Problem(statusCode: 401, detail: "The token is not known here, or it was revoked.");
    }
}
