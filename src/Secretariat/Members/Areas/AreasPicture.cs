using System.Text;
using Secretariat.Members.Finding;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Areas;

/// <summary><c>/areas.svg</c>: all areas in grey, the ground that a member's own area is drawn on. Fetched once for all members' pages.</summary>
public static class AreasPicture
{
    public static void MapAreas(this IEndpointRouteBuilder app) => app.MapGet("/areas.svg", (Finders finders, HttpContext http) =>
    {
        var areas = finders.Current.Areas;
        http.Response.Headers.CacheControl = "public, max-age=3600";
        var svg = new StringBuilder($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-2 -2 {areas.Width + 4} {AreaShapes.Height + 4}\" fill=\"#dde5e9\" stroke=\"#fff\" stroke-linejoin=\"round\">");
        foreach (var path in areas.Paths.Values) svg.Append("<path d=\"").Append(path).Append("\"/>");
        return Results.Text(svg.Append("</svg>").ToString(), "image/svg+xml", Encoding.UTF8);
    }).AllowAnonymous().CacheOutput(policy => policy.AddPolicy<PublicCache.Rule>().Tag(nameof(FinderFile), nameof(Organisation)), excludeDefaultPolicy: true).ExcludeFromDescription();
}
