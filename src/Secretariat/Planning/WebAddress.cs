using Secretariat.Platform.Data;

namespace Secretariat.Planning;

/// <summary>An address that staff type as evidence: a page of this site, or anywhere on the web; never a script.</summary>
public static class WebAddress
{
    public const int MaxLength = 1000;

    public static string? Checked(string? typed, string field)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var link = typed.Trim();
        var own = link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal) && !link.Contains('\\');
        var web = Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
        if ((!own && !web) || link.Length > MaxLength) throw new RuleBroken("A link begins with https:// (or with / for a page of this site).", field);
        return link;
    }

    /// <summary>A link as it reads in a table: where it leads, without the rest.</summary>
    public static string Shown(string link) => link.StartsWith('/') ? link : Uri.TryCreate(link, UriKind.Absolute, out var uri) ? uri.Host : link;
}
