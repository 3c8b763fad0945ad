using System.Text.RegularExpressions;

namespace Secretariat.Publishing.Pages;

/// <summary>An address that a page can have. Files have a dot in theirs, and stay files.</summary>
public sealed partial class SlugRoute : IRouteConstraint
{
    public const string Name = "own-page";

    public bool Match(HttpContext? http, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection direction) =>
        values[routeKey] is string slug && slug.Length <= SitePage.MaxSlug && Slug().IsMatch(slug);

    [GeneratedRegex(@"\A[a-z0-9-]+\z")]
    private static partial Regex Slug();
}
