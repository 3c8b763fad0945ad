namespace Secretariat.Platform.Web;

/// <summary>The headers that every answer carries. No inline script or style anywhere, so the policy can be strict.</summary>
public sealed class SafeHeaders(RequestDelegate next)
{
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "form-action 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

    public Task InvokeAsync(HttpContext context)
    {
        Set(context);
        // An exception handler empties the headers before it answers; a page that failed needs them as much.
        context.Response.OnStarting(static state =>
        {
            var http = (HttpContext)state;
            if (http.Response.Headers.ContentSecurityPolicy.Count == 0) Set(http);
            // What was made for one person stays in no cache: not in a shared computer's "back" either.
            if (http.Response.Headers.CacheControl.Count == 0 && http.User.Identity?.IsAuthenticated == true) http.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        }, context);
        return next(context);
    }

    private static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), interest-cohort=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
    }
}
