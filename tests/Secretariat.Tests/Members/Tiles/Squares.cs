using Secretariat.Members.Tiles;

namespace Secretariat.Tests.Members.Tiles;

public sealed class Squares
{
    private static Tile At(string code, int? column, int? row, TileLook look = TileLook.Plain) => new(code, code, code, $"/members/{code}", column, row, look);

    [Fact]
    public void A_pack_with_a_grid_keeps_it()
    {
        var map = new TileMap("m", [At("B", 1, 2), At("A", 3, 0)]);

        (map.Columns, map.Rows).ShouldBe((4, 3));
        map.InReadingOrder.Select(tile => tile.Code).ShouldBe(["A", "B"]);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    public void Without_a_grid_or_with_two_on_one_square_it_is_a_plain_one(int? column, int? row)
    {
        var map = new TileMap("m", [At("A", 0, 0), At("B", column, row), At("C", 5, 5)]);

        map.Tiles.Select(tile => (tile.Column, tile.Row)).ShouldBe([(0, 0), (1, 0), (0, 1)]);
    }

    [Fact]
    public void An_empty_network_has_an_empty_map() => new TileMap("m", []).Tiles.ShouldBeEmpty();

    [Fact]
    public void A_looks_count_is_the_squares_that_have_it() =>
        new TileMap("m", [At("A", 0, 0, TileLook.Filled), At("B", 1, 0), At("C", 2, 0, TileLook.Filled)]).Count(TileLook.Filled).ShouldBe(2);
}
