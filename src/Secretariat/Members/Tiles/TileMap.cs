namespace Secretariat.Members.Tiles;

/// <summary>How a square looks. Each is a shape as well as a colour, so that it reads in print and without colour.</summary>
public enum TileLook { Plain, Filled, Ring, Dashed, Outlined }

/// <param name="Label">At most five letters, on the square.</param>
/// <param name="Note">What the look means for this member, in words: "answered on 3 May". It is the square's title and its row in the table.</param>
public sealed record Tile(string Code, string Label, string Name, string Href, int? Column, int? Row, TileLook Look = TileLook.Plain, string? Note = null)
{
    /// <summary>A number or letter in the square's corner, which the table beside the map explains.</summary>
    public string? Corner { get; init; }

    public string Title => Note is null ? Name : $"{Name}: {Note}";
}

/// <summary>What a look means on this map, for the legend.</summary>
public sealed record TileMeaning(TileLook Look, string Words);

/// <summary>
/// Members as equal squares in the rough shape of their country: the member is the unit, whatever its size.
/// A pack without a grid gets a plain one, near to a square, in the order given.
/// </summary>
public sealed class TileMap
{
    public const int Side = 42;
    public const int Step = 46;

    public TileMap(string title, IReadOnlyList<Tile> tiles, params IReadOnlyList<TileMeaning> meanings)
    {
        (Title, Meanings) = (title, meanings);
        Tiles = HasGrid(tiles) ? tiles : Plain(tiles);
        Columns = Tiles.Count == 0 ? 1 : Tiles.Max(tile => tile.Column!.Value) + 1;
        Rows = Tiles.Count == 0 ? 1 : Tiles.Max(tile => tile.Row!.Value) + 1;
    }

    public string Title { get; }
    public IReadOnlyList<Tile> Tiles { get; }
    public IReadOnlyList<TileMeaning> Meanings { get; }
    public int Columns { get; }
    public int Rows { get; }
    public int Width => Columns * Step - (Step - Side);
    public int Height => Rows * Step - (Step - Side);

    /// <summary>For the table and for tabbing: from the north-west, row by row.</summary>
    public IEnumerable<Tile> InReadingOrder => Tiles.OrderBy(tile => tile.Row).ThenBy(tile => tile.Column);

    /// <summary>What is on the map, and what the first look means even where no square has it.</summary>
    public IEnumerable<TileMeaning> Legend => Meanings.Where((meaning, i) => i == 0 || Count(meaning.Look) > 0);

    public int Count(TileLook look) => Tiles.Count(tile => tile.Look == look);

    private static bool HasGrid(IReadOnlyList<Tile> tiles) =>
        tiles.All(tile => tile is { Column: >= 0 and < 40, Row: >= 0 and < 40 })
        && tiles.Select(tile => (tile.Column, tile.Row)).Distinct().Count() == tiles.Count;

    private static List<Tile> Plain(IReadOnlyList<Tile> tiles)
    {
        var wide = (int)Math.Ceiling(Math.Sqrt(tiles.Count));
        return [.. tiles.Select((tile, i) => tile with { Column = i % wide, Row = i / wide })];
    }
}
