using System.Text.RegularExpressions;

namespace Secretariat.Platform.Web;

/// <summary>The network's one colour as a stylesheet: the content policy allows no inline style, and the colour is data.</summary>
public static partial class Accent
{
    public static void MapAccent(this WebApplication app) => app.MapGet("/accent.css", (HttpContext http, Sites sites) =>
    {
        http.Response.Headers.CacheControl = "public, max-age=300";
        var colour = sites.Current.Accent;
        return Results.Text($":root{{--accent:{(Colour().IsMatch(colour) ? colour : "#0b5d66")}}}", "text/css");
    }).AllowAnonymous();

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex Colour();
}
