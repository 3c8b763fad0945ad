using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Secretariat.Planning.Pack;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Planning.Paper;

/// <summary>Takes the costs of <c>costs.csv</c> into the plan's paper. What is wrong with the file is said where the budget is read.</summary>
public sealed class PlanCostPack : IPackPart
{
    private const string File = "costs.csv";

    public int Order => 55;

    public async Task Load(PackFolder pack, Db db, PackReport report, CancellationToken ct)
    {
        if (!pack.Has(File) || !pack.Has(PlanPack.File) || pack.Yaml(PlanPack.File)?.Map("year")?.Date("from") is not { } from) return;
        if (await db.Set<Plan>().SingleOrDefaultAsync(p => p.First == from, ct) is not { } plan) return;
        var here = await db.Set<PlanCost>().Where(c => c.Plan == plan.Id).ToDictionaryAsync(c => c.Code, ct);
        var place = 0;
        foreach (var row in pack.Csv(File, "code", "heading", "name", "pence"))
        {
            if (!long.TryParse(row["pence"], NumberStyles.None, CultureInfo.InvariantCulture, out var pence)) continue;
            place++;
            if (!here.TryGetValue(row["code"], out var cost))
            {
                db.Add(new PlanCost(plan.Id, row["code"], place, row["heading"], row["name"], new Money(pence)) { Invented = row["invented"] == "true" });
                report.Add("lines of the plan's costs");
            }
            else if (cost.Amount.Pence != pence || cost.Name != row["name"])
                report.Differences.Add($"The plan's paper says “{cost.Name}: {cost.Amount}” here and “{row["name"]}: {new Money(pence)}” in the pack.");
        }
    }
}
