using Secretariat.Members.Tiles;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Finding;

/// <summary>The tile map with the answer on it: filled where a member covers the place, outlined where it may.</summary>
public static class FoundMap
{
    public static TileMap Of(IReadOnlyList<MemberTile> members, Found? found, Site site)
    {
        var codes = found?.Members.Select(m => m.Code).ToHashSet() ?? [];
        var (look, note) = found?.Answered == true ? (TileLook.Filled, $"covers {found.Place}") : (TileLook.Ring, found?.Place is { } place ? $"covers part of {place}" : null);
        return new($"The {members.Count} {site.MemberMany}, one square each",
            [.. members.Select(m => codes.Contains(m.Code) ? m.At($"/members/{m.Code}", look, note) : m.At($"/members/{m.Code}"))]);
    }
}
