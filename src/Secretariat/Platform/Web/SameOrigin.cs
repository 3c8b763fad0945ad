using System.Net;

namespace Secretariat.Platform.Web;

/// <summary>
/// Refuses what another site's page sends in a visitor's name. Browsers say where a form comes from, so an anonymous form
/// needs no cookie of its own and its page can be cached. Forms for people signed in carry an antiforgery token besides.
/// </summary>
public sealed class SameOrigin(RequestDelegate next, Settings settings)
{
    private readonly string _site = settings.Url.GetLeftPart(UriPartial.Authority);

    public Task InvokeAsync(HttpContext context)
    {
        if (Safe(context)) return next(context);
        context.Response.StatusCode = (int)HttpStatusCode.BadRequest;
        return Task.CompletedTask;
    }

    private bool Safe(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)) return true;
        if (context.GetEndpoint()?.Metadata.GetMetadata<FromAnywhereAttribute>() is not null) return true;
        // A bearer token is not sent by a browser on its own; a mail provider's or another site's page cannot add it.
        if (request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.Ordinal)) return true;
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site) return site is "same-origin" or "none";
        var origin = request.Headers.Origin.ToString();
        return origin == _site || origin == $"{request.Scheme}://{request.Host}";
    }
}

/// <summary>A POST that other programs send without an origin: one-click unsubscribing by mail providers (RFC 8058).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FromAnywhereAttribute : Attribute;
