using Secretariat.Platform.Contracts;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Public;

/// <summary>One column of the front page, or of a member's: what a later feature has for it.</summary>
public sealed record FrontColumn(string Heading, FrontLink More, IReadOnlyList<FrontLine> Lines)
{
    /// <summary>Those that have something to show; the page is kept until one of them changes.</summary>
    public static async Task<IReadOnlyList<FrontColumn>> All(IEnumerable<IOnFrontPage> features, HttpContext http, Guid? member, int most, CancellationToken ct)
    {
        var columns = new List<FrontColumn>();
        foreach (var feature in features.OrderBy(f => f.Order))
        {
            PublicCache.Tag(http, feature.Tags);
            if (await feature.Lines(member, most, ct) is { Count: > 0 } lines) columns.Add(new(feature.Heading, feature.More, lines));
        }
        return columns;
    }
}
