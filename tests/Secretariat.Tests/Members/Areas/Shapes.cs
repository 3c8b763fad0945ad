using Secretariat.Members.Areas;

namespace Secretariat.Tests.Members.Areas;

public sealed class Shapes
{
    [Fact]
    public void Every_member_of_the_pack_has_a_shape_within_the_picture()
    {
        var areas = AreaShapes.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "packs/lep-network/areas.topojson")));

        areas.Paths.Keys.Order().ShouldBe(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "packs/lep-network/members.csv")).Skip(1).Select(line => line.Split(',')[0]).Order());
        foreach (var path in areas.Paths.Values)
            foreach (var start in path.Split('M', StringSplitOptions.RemoveEmptyEntries).Select(ring => ring[..ring.IndexOf('l')].Split(' ').Select(int.Parse).ToArray()))
            {
                start[0].ShouldBeInRange(0, areas.Width);
                start[1].ShouldBeInRange(0, AreaShapes.Height);
            }
    }

    [Fact]
    public void An_arc_may_be_used_backwards_and_a_ring_returns_to_its_start()
    {
        const string square = """
            {"type":"Topology","transform":{"scale":[1,1],"translate":[0,0]},"arcs":[[[0,0],[10,0],[0,10]],[[0,0],[0,10],[10,0]]],
             "objects":{"a":{"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":[[0,-2]],"properties":{"code":"A"}}]}}}
            """;

        var areas = AreaShapes.Read(System.Text.Encoding.UTF8.GetBytes(square));

        // Up from the south-west along the first arc, and back along the second.
        areas.Paths["A"].ShouldBe("M0 600l598 0 0 -600 -598 0 0 600z");
    }
}
