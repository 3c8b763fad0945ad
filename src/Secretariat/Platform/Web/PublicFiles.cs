using System.Text;
using System.Xml.Linq;

namespace Secretariat.Platform.Web;

/// <summary>The small files that are made rather than kept: the colour, the robots' rules, the map of the site.</summary>
public static class PublicFiles
{
    private static readonly string[] Pages = ["/", "/sources", "/api"];

    public static void MapPublicFiles(this WebApplication app)
    {
        app.MapGet("/accent.css", (Sites sites, HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "public, max-age=300";
            return Results.Text(Accent.Css(sites.Current.Accent), "text/css", Encoding.UTF8);
        }).AllowAnonymous().CacheOutput(PublicCache.Policy).ExcludeFromDescription();

        app.MapGet("/icon.svg", (Sites sites, HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "public, max-age=86400";
            return Results.Text($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\" fill=\"{Accent.Readable(sites.Current.Accent)}\"><rect x=\"12\" width=\"9\" height=\"9\" rx=\"2\"/><rect x=\"1\" y=\"11\" width=\"9\" height=\"9\" rx=\"2\"/><rect x=\"12\" y=\"11\" width=\"9\" height=\"9\" rx=\"2\"/><rect x=\"12\" y=\"22\" width=\"9\" height=\"9\" rx=\"2\"/><rect x=\"23\" y=\"22\" width=\"9\" height=\"9\" rx=\"2\"/></svg>", "image/svg+xml", Encoding.UTF8);
        }).AllowAnonymous().ExcludeFromDescription();

        app.MapGet("/robots.txt", (Settings settings) => Results.Text(
            $"User-agent: *\nDisallow: /desk\nDisallow: /my\nDisallow: /a/\nDisallow: /u/\nDisallow: /sign-in\nDisallow: /search\nSitemap: {new Uri(settings.Url, "/sitemap.xml")}\n", "text/plain", Encoding.UTF8))
            .AllowAnonymous().ExcludeFromDescription();

        app.MapGet("/sitemap.xml", async (Settings settings, IServiceProvider services, CancellationToken ct) =>
        {
            var paths = new List<string>(Pages);
            foreach (var part in services.GetServices<ISitemapPart>()) paths.AddRange(await part.Paths(ct));
            XNamespace ns = "http://www.sitemaps.org/schemas/sitemap/0.9";
            var map = new XElement(ns + "urlset", paths.Distinct().Select(path => new XElement(ns + "url", new XElement(ns + "loc", new Uri(settings.Url, path)))));
            return Results.Text($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{map}\n", "application/xml", Encoding.UTF8);
        }).AllowAnonymous().ExcludeFromDescription();
    }
}
