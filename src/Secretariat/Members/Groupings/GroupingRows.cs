using Secretariat.Members.People;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Packs;
using YamlDotNet.RepresentationModel;

namespace Secretariat.Members.Groupings;

/// <summary>One grouping of <c>groupings.yaml</c>, its values read. <paramref name="From"/> is the day its members joined.</summary>
public sealed record GroupingRow(int Line, string Code, string Name, bool Invented, DateOnly From, IReadOnlyList<MemberRow> Members, IReadOnlyList<ChairRow> Chairs);

public sealed record MemberRow(int Line, string Code);

/// <param name="Turn">1 the first time this person holds this seat, 2 the second.</param>
public sealed record ChairRow(int Line, string Person, int Turn, DateOnly From, DateOnly? To);

/// <summary>Reads and checks <c>groupings.yaml</c>.</summary>
public static class GroupingRows
{
    // A grouping without dates and without a seat has always been.
    private static readonly DateOnly Always = new(1900, 1, 1);

    public static IReadOnlyList<GroupingRow> Read(YamlMappingNode root, IReadOnlyDictionary<string, Guid> members, IReadOnlyDictionary<string, Person> people, PackReport report)
    {
        var rows = new List<GroupingRow>();
        var placed = new Dictionary<string, string>();
        foreach (var map in root.Maps("groupings"))
        {
            if (map.Text("code") is not { Length: > 0 } code || map.Text("name") is not { Length: > 0 } name)
            {
                report.Fault(GroupingsPack.File, map.Line(), "a grouping needs a code and a name");
                continue;
            }
            if (rows.Any(r => r.Code == code)) report.Fault(GroupingsPack.File, map.Line(), $"the grouping “{code}” is there twice");
            var inIt = Members(map, code, members, placed, report);
            var chairs = Chairs(map, inIt, members, people, report);
            var from = map.Date("from") ?? chairs.Select(c => c.From).DefaultIfEmpty(Always).Min();
            rows.Add(new GroupingRow(map.Line(), code, name, map.Flag("invented"), from, inIt, chairs));
        }
        return rows;
    }

    private static List<MemberRow> Members(YamlMappingNode map, string grouping, IReadOnlyDictionary<string, Guid> members, Dictionary<string, string> placed, PackReport report)
    {
        var rows = new List<MemberRow>();
        foreach (var node in map.List("members").OfType<YamlScalarNode>())
        {
            var code = node.Value ?? "";
            if (!members.ContainsKey(code)) report.Fault(GroupingsPack.File, node.Line(), $"no member has the code “{code}”");
            else if (!placed.TryAdd(code, grouping)) report.Fault(GroupingsPack.File, node.Line(), $"“{code}” is in {placed[code]} already");
            else rows.Add(new MemberRow(node.Line(), code));
        }
        return rows;
    }

    private static List<ChairRow> Chairs(YamlMappingNode map, IReadOnlyList<MemberRow> inIt, IReadOnlyDictionary<string, Guid> members, IReadOnlyDictionary<string, Person> people, PackReport report)
    {
        var rows = new List<ChairRow>();
        var theirs = inIt.Select(m => members[m.Code]).ToHashSet();
        foreach (var node in map.Map("seat")?.Maps("chairs") ?? [])
        {
            void Fault(string reason) => report.Fault(GroupingsPack.File, node.Line(), reason);
            var key = node.Text("person") ?? "";
            if (!people.TryGetValue(key, out var person)) Fault($"nobody has the key “{key}”");
            else if (node.Date("from") is not { } from) Fault($"“{node.Text("from")}” is not a day: write it as 2017-04-01");
            else if (node.Text("to") is { } to && PackText.ParseDay(to) is null) Fault($"“{to}” is not a day: write it as 2017-04-01");
            else if (!person.PositionsOn(from).Any(p => p.Kind == PositionKind.Chair && theirs.Contains(p.Organisation)))
                Fault($"{person.Name} is not a Chair of one of its members on {from:d MMMM yyyy}");
            else rows.Add(new ChairRow(node.Line(), key, rows.Count(r => r.Person == key) + 1, from, node.Date("to")));
        }
        return rows;
    }
}
