using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Packs;
using YamlDotNet.RepresentationModel;

namespace Secretariat.Agreements.Rounds;

/// <summary>Loads <c>rounds.yaml</c>. A rule is one value: changed in part here, it is this network's and follows the pack no more.</summary>
public sealed class RoundsPack : IPackPart
{
    public const string File = "rounds.yaml";

    public int Order => 45;

    public async Task Load(PackFolder pack, Db db, PackReport report, CancellationToken ct)
    {
        if (!pack.Has(File) || pack.Yaml(File) is not { } root) return;
        var follow = await PackFollow.Begin(db, "round-rule", report, ct);
        var rules = await db.Set<RoundRule>().ToDictionaryAsync(r => r.Code, ct);
        var seen = new HashSet<string>();
        foreach (var map in root.Maps("rules"))
        {
            var code = map.Text("code") ?? "";
            if (code.Length == 0) report.Fault(File, map.Line(), "a rule needs a code");
            else if (!seen.Add(code)) report.Fault(File, map.Line(), $"the rule “{code}” is there twice");
            else if (Read(map, report) is { } terms) Keep(db, follow.Entry(code, terms.Name, File, map.Line()), rules.GetValueOrDefault(code), code, terms, report);
        }
    }

    private static void Keep(Db db, PackEntry entry, RoundRule? rule, string code, RoundTerms terms, PackReport report)
    {
        var isNew = rule is null;
        if (isNew && entry.Record is not null)
        {
            entry.IsRemovedHere();
            return;
        }
        if (rule is null)
        {
            if (!entry.Apply(() => rule = new RoundRule(code, terms))) return;
            db.Add(rule!);
            report.Add("round rules");
        }
        entry.Is(rule!, isNew);
        entry.Field("what it says", terms.ToString(), rule!.Terms.ToString(), () => rule.Change(terms));
    }

    private static RoundTerms? Read(YamlMappingNode map, PackReport report)
    {
        var faults = report.Faults.Count;
        var part = map.Map("threshold");
        Threshold? threshold = null;
        if (part is not null)
        {
            if (part.Whole("num") is { } num && part.Whole("den") is { } den) threshold = new Threshold(num, den, part.Flag("more_than"));
            else report.Fault(File, part.Line(), "a threshold needs num and den, both whole numbers");
        }
        if (map.Text("quorum") is { } quorum && map.Whole("quorum") is null) report.Fault(File, map.Node("quorum")!.Line(), $"“{quorum}” is not a whole number");
        var terms = new RoundTerms(map.Text("name") ?? "", map.Text("description") ?? "", threshold, Choice(map, "base", RoundBase.Members, report), map.Whole("quorum"),
            Choice(map, "objections", Objections.Listed, report), map.Flag("objection_blocks"), Choice(map, "silence", Silence.Nothing, report), map.Flag("invented"));
        return report.Faults.Count == faults ? terms : null;
    }

    private static T Choice<T>(YamlMappingNode map, string key, T usual, PackReport report) where T : struct, Enum
    {
        if (map.Text(key) is not { } text) return usual;
        if (PackText.Parse<T>(text) is { } value) return value;
        report.Fault(File, map.Node(key)!.Line(), $"“{text}” is not a {key}: write {string.Join(" or ", Enum.GetValues<T>().Select(v => v.Code()))}");
        return usual;
    }
}
