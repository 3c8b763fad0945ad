using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using YamlDotNet.RepresentationModel;

namespace Secretariat.Planning.Pack;

/// <summary>One outcome of <c>plan.yaml</c> as an outcome of ours; what it cannot read is a fault with its line.</summary>
internal static class OutcomeReading
{
    public static Outcome? Read(YamlMappingNode node, Plan plan, int place, IReadOnlySet<string> pillars, PackReport report)
    {
        try
        {
            var code = node.Text("code") ?? throw new RuleBroken("an outcome needs a code");
            var pillar = node.Text("pillar");
            if (pillar is not null && !pillars.Contains(pillar)) throw new RuleBroken($"there is no pillar {pillar} in this plan");
            var outcome = new Outcome(plan.Id, code, place, pillar, node.Text("title") ?? "", MeasureOf(node), CadenceReading.Read(node.Map("cadence")), node.Texts("counted_from"));
            outcome.Describe(outcome.Title, node.Text("description") ?? "");
            return outcome;
        }
        catch (RuleBroken no)
        {
            report.Fault(PlanPack.File, node.Line(), no.Message);
            return null;
        }
    }

    public static IEnumerable<string> Differences(Outcome here, Outcome pack)
    {
        if (here.Title != pack.Title) yield return $"{here.Code} is called “{here.Title}” here and “{pack.Title}” in the pack.";
        if (here.Description != pack.Description) yield return $"{here.Code} is described in other words here than in the pack.";
        if (here.Measure != pack.Measure) yield return $"{here.Code} promises {here.Measure.InWords} here and {pack.Measure.InWords} in the pack.";
        if (here.Cadence.InWords != pack.Cadence.InWords) yield return $"{here.Code} is {here.Cadence.InWords} here and {pack.Cadence.InWords} in the pack.";
    }

    private static Measure MeasureOf(YamlMappingNode node)
    {
        var measure = node.Map("measure") ?? throw new RuleBroken("an outcome needs a measure");
        var kind = Measure.KindOf(measure.Text("kind")) ?? throw new RuleBroken($"“{measure.Text("kind")}” is no kind of measure; it is exactly, at-least, up-to, as-required or ongoing");
        if (measure.Text("count") is { } count && measure.Whole("count") is null) throw new RuleBroken($"“{count}” is no count");
        return Measure.Of(kind, measure.Whole("count"), measure.Text("unit") ?? "");
    }
}
