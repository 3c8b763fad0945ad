namespace Secretariat.Platform.Web;

/// <summary>A feature's public pages, for <c>/sitemap.xml</c>.</summary>
public interface ISitemapPart
{
    Task<IReadOnlyList<string>> Paths(CancellationToken ct);
}
