namespace Secretariat.Platform.Access;

/// <summary>Ties a code to the browser that asked for it, so that a code alone is of no use to somebody else.</summary>
internal static class AskingBrowser
{
    private const string Name = "secretariat-asked";

    public static void Remember(HttpContext http, string secret) => http.Response.Cookies.Append(Name, secret, Options(http));

    public static string? Secret(HttpContext http) => http.Request.Cookies[Name];

    public static void Forget(HttpContext http) => http.Response.Cookies.Delete(Name, Options(http));

    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        Path = "/sign-in",
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
    };
}
