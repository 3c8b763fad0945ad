using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Items;
using YamlDotNet.RepresentationModel;

namespace Secretariat.Publishing.Bulletins;

/// <summary>One bulletin of a pack's sample year, as its file tells it.</summary>
public sealed class BulletinScript
{
    private readonly YamlMappingNode _node;
    private readonly string _file;

    private BulletinScript(YamlMappingNode node, string file, bool invented)
    {
        (_node, _file, Invented) = (node, file, invented);
        Number = node.Whole("number") ?? throw Fault(node, "a bulletin needs a “number”");
        Subject = node.Text("subject") ?? throw Fault(node, "a bulletin needs a “subject”");
        Intro = node.Text("intro") ?? "";
        Statements = [.. node.Texts("statements")];
    }

    public int Number { get; }
    public string Subject { get; }
    public string Intro { get; }
    public bool Invented { get; }

    /// <summary>The codes of the texts that it carries as statements, before its items.</summary>
    public IReadOnlyList<string> Statements { get; }

    public static IReadOnlyList<BulletinScript> All(YamlMappingNode root, string file) =>
        [.. root.Maps("bulletins").Select(b => new BulletinScript(b, file, root.Flag("invented")))];

    public IEnumerable<ItemDraft> Items(IReadOnlyDictionary<string, Guid> members) => _node.Maps("items").Select(i => new ItemDraft(
        i.Text("heading") ?? throw Fault(i, "an item needs a “heading”"), i.Text("text") ?? throw Fault(i, "an item needs a “text”"), Choice<ItemKind>(i, "kind"))
    {
        Links = [.. i.Maps("links").Select(l => new ItemLink(l.Text("text") ?? "", l.Text("url") ?? ""))],
        Circulation = Choice<Circulation>(i, "circulation"),
        About = [.. i.Texts("about").Select(code => members.TryGetValue(code, out var id) ? id : throw Fault(i, $"no member has the code “{code}”"))],
        AboutAll = i.Flag("all"),
        FiguresSource = i.Text("figures_source"),
        Theme = i.Text("theme"),
    });

    private T Choice<T>(YamlMappingNode node, string key) where T : struct, Enum =>
        Enum.TryParse<T>(node.Text(key), ignoreCase: true, out var value) ? value : throw Fault(node, $"“{node.Text(key)}” is no {key}");

    private RuleBroken Fault(YamlNode node, string reason) => new(new PackFault(_file, node.Line(), reason).ToString());
}
