using Secretariat.Members.Organisations;

namespace Secretariat.Members.Tiles;

/// <summary>What a square needs to know of a member, so that lists can be projected.</summary>
public sealed record MemberTile(Guid Id, string Code, string Name, string ShortName, string? Region, string TileLabel, int? TileColumn, int? TileRow)
{
    public Tile At(string href, TileLook look = TileLook.Plain, string? note = null) => new(Code, TileLabel, Name, href, TileColumn, TileRow, look, note);
}

public static class MemberTiles
{
    /// <summary>The members in their order, ready for a map.</summary>
    public static IQueryable<MemberTile> AsTiles(this IQueryable<Organisation> organisations) =>
        organisations.Where(o => o.Kind == OrganisationKind.Member).OrderBy(o => o.SortName).ThenBy(o => o.Id)
            .Select(o => new MemberTile(o.Id, o.Code, o.Name, o.ShortName, o.Region, o.TileLabel, o.TileColumn, o.TileRow));
}
