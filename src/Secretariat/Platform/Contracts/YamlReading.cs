using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Secretariat.Platform.Contracts;

/// <summary>Small steps into a YAML mapping; what is absent is null, and each node knows its line.</summary>
public static class YamlReading
{
    public static YamlNode? Node(this YamlMappingNode map, string key) => map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;

    public static string? Text(this YamlMappingNode map, string key) => map.Node(key) is YamlScalarNode { Value: not null and not "null" and not "~" } text ? text.Value : null;

    public static int? Whole(this YamlMappingNode map, string key) =>
        int.TryParse(map.Text(key), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static DateOnly? Date(this YamlMappingNode map, string key) =>
        DateOnly.TryParseExact(map.Text(key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public static bool Flag(this YamlMappingNode map, string key) => map.Text(key) == "true";

    public static YamlMappingNode? Map(this YamlMappingNode map, string key) => map.Node(key) as YamlMappingNode;

    public static IReadOnlyList<YamlNode> List(this YamlMappingNode map, string key) => map.Node(key) is YamlSequenceNode list ? [.. list.Children] : [];

    public static IEnumerable<YamlMappingNode> Maps(this YamlMappingNode map, string key) => map.List(key).OfType<YamlMappingNode>();

    public static IEnumerable<string> Texts(this YamlMappingNode map, string key) => map.List(key).OfType<YamlScalarNode>().Select(t => t.Value ?? "");

    public static int Line(this YamlNode node) => (int)node.Start.Line;
}
