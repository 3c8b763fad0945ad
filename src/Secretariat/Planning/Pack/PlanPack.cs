using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Planning.Calendar;
using Secretariat.Planning.Road;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Packs;
using YamlDotNet.RepresentationModel;

namespace Secretariat.Planning.Pack;

/// <summary>
/// Reads <c>plan.yaml</c>. The first time it draws the year's calendar; afterwards it only adds what is new and lists
/// where the plan here differs from the pack.
/// </summary>
public sealed class PlanPack(DrawAgain draw) : IPackPart
{
    public const string File = "plan.yaml";

    public int Order => 50;

    public async Task Load(PackFolder pack, Db db, PackReport report, CancellationToken ct)
    {
        if (!pack.Promises(File) || pack.Yaml(File) is not { } root) return;
        if (root.Map("year")?.Date("from") is not { } from)
        {
            report.Fault(File, root.Node("year")?.Line() ?? 1, "“year: {from: …}” is missing or no date: on which day does the plan's year begin?");
            return;
        }
        var plan = await db.Set<Plan>().SingleOrDefaultAsync(p => p.First == from, ct);
        var isNew = plan is null;
        if (plan is null)
        {
            db.Add(plan = new Plan(root.Text("title") ?? $"Plan {new PlanYear(from).Name}", new(from)));
            report.Add("plan");
        }
        else if (root.Text("title") is { } title && title != plan.Title)
            report.Differences.Add($"The plan is called “{plan.Title}” here and “{title}” in the pack.");

        var pillars = await Pillars(root, plan, db, report, ct);
        await Outcomes(root, plan, pillars, db, report, ct);
        await Road(root, plan, db, report, ct);
        if (report.Faults.Count > 0 || !isNew) return;
        await db.Save(Actor.Pack, "Load plan", ct);
        report.Add("planned dates", (await draw.Apply(plan, plan.First, ct)).Changes.Count);
    }

    private static async Task<HashSet<string>> Pillars(YamlMappingNode root, Plan plan, Db db, PackReport report, CancellationToken ct)
    {
        var known = await db.Set<Pillar>().Where(p => p.Plan == plan.Id).ToDictionaryAsync(p => p.Code, ct);
        var seen = new HashSet<string>();
        foreach (var node in root.Maps("pillars"))
        {
            var (code, name) = (node.Text("code"), node.Text("name"));
            if (code is null || name is null) report.Fault(File, node.Line(), "a pillar needs a code and a name");
            else if (!seen.Add(code)) report.Fault(File, node.Line(), $"the pillar {code} is there twice");
            else if (!known.TryGetValue(code, out var pillar)) db.Add(new Pillar { Plan = plan.Id, Code = code, Name = name, Place = seen.Count });
            else if (pillar.Name != name) report.Differences.Add($"The pillar {code} is called “{pillar.Name}” here and “{name}” in the pack.");
        }
        return seen;
    }

    private static async Task Outcomes(YamlMappingNode root, Plan plan, HashSet<string> pillars, Db db, PackReport report, CancellationToken ct)
    {
        var known = await db.Set<Outcome>().Where(o => o.Plan == plan.Id).ToDictionaryAsync(o => o.Code, ct);
        var owners = await db.Set<Person>().Where(p => p.PackKey != null).Select(p => new { p.PackKey, p.Id }).ToDictionaryAsync(p => p.PackKey!, p => p.Id, ct);
        var seen = new HashSet<string>();
        foreach (var node in root.Maps("outcomes"))
        {
            if (OutcomeReading.Read(node, plan, seen.Count + 1, pillars, report) is not { } read) continue;
            if (!seen.Add(read.Code)) report.Fault(File, node.Line(), $"the outcome {read.Code} is there twice");
            else if (known.TryGetValue(read.Code, out var here)) report.Differences.AddRange(OutcomeReading.Differences(here, read));
            else
            {
                if (node.Text("owner") is { } owner && owners.TryGetValue(owner, out var person)) read.Owner = person;
                db.Add(read);
                report.Add("outcomes");
            }
        }
        foreach (var node in root.Maps("outcomes"))
            if (node.Map("cadence")?.Text("tied_to") is { } tied && !seen.Contains(tied))
                report.Fault(File, node.Line(), $"it is tied to {tied}, which is not in this plan");
    }

    private static async Task Road(YamlMappingNode root, Plan plan, Db db, PackReport report, CancellationToken ct)
    {
        var known = await db.Set<PlanStep>().Where(s => s.Plan == plan.Id).ToDictionaryAsync(s => s.Code, ct);
        var seen = new HashSet<string>();
        foreach (var node in root.Maps("road"))
        {
            var (code, title) = (node.Text("code"), node.Text("title"));
            if (code is null || title is null) report.Fault(File, node.Line(), "a step of the road needs a code and a title");
            else if (node.Date("date") is not { } date) report.Fault(File, node.Line(), $"“{node.Text("date")}” is no date; write it as 2017-03-01");
            else if (!seen.Add(code)) report.Fault(File, node.Line(), $"the step {code} is there twice");
            else if (!known.TryGetValue(code, out var step)) db.Add(Step(node, plan, code, seen.Count, title, date, report));
            else if (step.Title != title || step.Date != date) report.Differences.Add($"The step “{step.Title}” of {step.Date.Iso()} is “{title}” of {date.Iso()} in the pack.");
        }
    }

    private static PlanStep Step(YamlMappingNode node, Plan plan, string code, int place, string title, DateOnly date, PackReport report)
    {
        var kind = StepKind.ByHand;
        if (node.Text("kind") is { } text && PackText.Parse<StepKind>(text) is { } known) kind = known;
        else if (node.Text("kind") is { } unknown) report.Fault(File, node.Line(), $"“{unknown}” proves no step; it is board, comments, confirmation or by-hand");
        if (node.Text("amount_pence") is { } amount && !long.TryParse(amount, out _)) report.Fault(File, node.Line(), $"“{amount}” is not a number of pence");
        if (kind != StepKind.ByHand && node.Text("rule") is null) report.Fault(File, node.Line(), $"the step {code} needs the rule of agreement that it is held under");
        return new(plan.Id, code, place, title, date, node.Flag("invented"))
        {
            Kind = kind,
            Rule = node.Text("rule") ?? "",
            AskedPence = kind == StepKind.Confirmation && long.TryParse(node.Text("amount_pence"), out var pence) ? pence : null,
            Besides = [.. node.Texts("besides")],
        };
    }
}
