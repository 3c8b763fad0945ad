using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Secretariat.Members.Areas;

/// <summary>The outline of each member's area as an SVG path, read once from the pack's TopoJSON. Areas may overlap.</summary>
public sealed class AreaShapes
{
    /// <summary>The picture is this high; its width follows from the land.</summary>
    public const int Height = 600;

    private AreaShapes(int width, IReadOnlyDictionary<string, string> paths) => (Width, Paths) = (width, paths);

    public static AreaShapes None { get; } = new(0, new Dictionary<string, string>());

    public int Width { get; }

    /// <summary>Path data by the member's code.</summary>
    public IReadOnlyDictionary<string, string> Paths { get; }

    /// <summary>The first layer whose features have a <c>code</c> is the members' layer.</summary>
    public static AreaShapes Read(ReadOnlyMemory<byte> topoJson)
    {
        using var json = JsonDocument.Parse(topoJson);
        var arcs = Arcs(json.RootElement);
        var layer = json.RootElement.GetProperty("objects").EnumerateObject()
            .Select(layer => layer.Value.GetProperty("geometries")).First(shapes => Code(shapes[0]) is not null);
        var rings = layer.EnumerateArray().ToDictionary(shape => Code(shape)!, shape => Rings(shape, arcs).ToList());
        var points = rings.Values.SelectMany(each => each).SelectMany(ring => ring).ToList();
        var (west, east, south, north) = (points.Min(p => p.X), points.Max(p => p.X), points.Min(p => p.Y), points.Max(p => p.Y));
        // A degree of longitude is shorter than one of latitude by the cosine of the latitude: enough of a projection for a country.
        var narrow = Math.Cos((south + north) / 2 * Math.PI / 180);
        var scale = Height / (north - south);
        (int, int) Place((double X, double Y) p) => ((int)Math.Round((p.X - west) * narrow * scale), (int)Math.Round((north - p.Y) * scale));
        return new((int)Math.Ceiling((east - west) * narrow * scale),
            rings.ToDictionary(member => member.Key, member => string.Concat(member.Value.Select(ring => Path([.. ring.Select(Place)])))));
    }

    private static string? Code(JsonElement shape) =>
        shape.TryGetProperty("properties", out var properties) && properties.TryGetProperty("code", out var code) ? code.GetString() : null;

    /// <summary>Arcs are steps from point to point on a grid that the file describes.</summary>
    private static List<List<(double X, double Y)>> Arcs(JsonElement root)
    {
        double At(string name, int i) => root.GetProperty("transform").GetProperty(name)[i].GetDouble();
        var (scaleX, scaleY, moveX, moveY) = (At("scale", 0), At("scale", 1), At("translate", 0), At("translate", 1));
        return [.. root.GetProperty("arcs").EnumerateArray().Select(arc =>
        {
            var (x, y) = (0.0, 0.0);
            return arc.EnumerateArray().Select(step => ((x += step[0].GetDouble()) * scaleX + moveX, (y += step[1].GetDouble()) * scaleY + moveY)).ToList();
        })];
    }

    private static IEnumerable<List<(double X, double Y)>> Rings(JsonElement shape, List<List<(double X, double Y)>> arcs)
    {
        var drawn = shape.GetProperty("arcs");
        IEnumerable<JsonElement> parts = shape.GetProperty("type").GetString() == "MultiPolygon" ? drawn.EnumerateArray() : [drawn];
        foreach (var part in parts)
            foreach (var ring in part.EnumerateArray())
                // An arc used backwards is named by its complement.
                yield return [.. ring.EnumerateArray().Select(i => i.GetInt32()).SelectMany(i => i >= 0 ? arcs[i] : Enumerable.Reverse(arcs[~i]))];
    }

    /// <summary>Steps in whole units; points that fall on the one before are dropped, and so are rings of less than three.</summary>
    private static string Path(IReadOnlyList<(int X, int Y)> ring)
    {
        var kept = ring.Where((point, i) => i == 0 || point != ring[i - 1]).ToList();
        if (kept.Distinct().Count() < 3) return "";
        var path = new StringBuilder().Append(CultureInfo.InvariantCulture, $"M{kept[0].X} {kept[0].Y}l");
        for (var i = 1; i < kept.Count; i++)
            path.Append(CultureInfo.InvariantCulture, $"{(i > 1 ? " " : "")}{kept[i].X - kept[i - 1].X} {kept[i].Y - kept[i - 1].Y}");
        return path.Append('z').ToString();
    }
}
