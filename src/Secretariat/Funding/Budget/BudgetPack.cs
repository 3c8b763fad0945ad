using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Packs;

namespace Secretariat.Funding.Budget;

/// <summary>Loads <c>costs.csv</c> and <c>income.csv</c>. Where <c>pack.yaml</c> states an estimate, the costs must come to it.</summary>
public sealed class BudgetPack : IPackPart
{
    public const string CostsFile = "costs.csv";
    public const string IncomeFile = "income.csv";

    /// <summary>All members together, in the column <c>source</c>.</summary>
    public const string AllMembers = "members";

    public int Order => 50;

    private sealed record Line(PackRow Row, BudgetHeading Heading, Money Amount, Guid? Source);

    public async Task Load(PackFolder pack, Db db, PackReport report, CancellationToken ct)
    {
        var organisations = await db.Set<Organisation>().ToDictionaryAsync(o => o.Code, o => o.Id, ct);
        List<Line> costs = pack.Has(CostsFile) ? Read(pack.Csv(CostsFile, "code", "heading", "name", "pence"), "heading", false, organisations, report) : [];
        List<Line> income = pack.Has(IncomeFile) ? Read(pack.Csv(IncomeFile, "code", "source", "kind", "name", "pence"), "kind", true, organisations, report) : [];
        var seen = new Dictionary<string, PackRow>();
        foreach (var line in costs.Concat(income))
            if (!seen.TryAdd(line.Row["code"], line.Row)) report.Fault(line.Row.File, line.Row.Line, $"the code “{line.Row["code"]}” is used in {seen[line.Row["code"]].File}, line {seen[line.Row["code"]].Line}, already");
        if (report.Faults.Count == 0) CheckEstimate(pack, costs, report);
        if (report.Faults.Count > 0) return;

        var follow = await PackFollow.Begin(db, "budget-line", report, ct);
        var here = await db.Set<BudgetLine>().ToDictionaryAsync(l => l.Code, ct);
        var codes = organisations.ToDictionary(o => o.Value, o => o.Key);
        foreach (var line in costs.Concat(income)) Keep(db, follow, line, here.GetValueOrDefault(line.Row["code"]), codes, report);
    }

    private static List<Line> Read(IReadOnlyList<PackRow> rows, string heading, bool income, IReadOnlyDictionary<string, Guid> organisations, PackReport report)
    {
        var lines = new List<Line>();
        foreach (var row in rows)
        {
            var (before, source) = (report.Faults.Count, income ? row["source"] : AllMembers);
            void Fault(string reason) => report.Fault(row.File, row.Line, reason);
            if (row["code"].Length == 0 || row["name"].Length == 0) Fault("a budget line needs a code and a name");
            var kind = row.Named<BudgetHeading>(heading, report);
            if (kind is { } known && known >= BudgetHeading.MemberSponsorship != income) Fault($"“{row[heading]}” is a heading of {(income ? "costs" : "income")}");
            if (!long.TryParse(row["pence"], NumberStyles.None, CultureInfo.InvariantCulture, out var pence)) Fault($"“{row["pence"]}” is not a number of pence: write £12.50 as 1250");
            if (source != AllMembers && !organisations.ContainsKey(source)) Fault($"no organisation has the code “{source}”");
            if (report.Faults.Count == before) lines.Add(new Line(row, kind!.Value, new Money(pence), source == AllMembers ? null : organisations[source]));
        }
        return lines;
    }

    private static void CheckEstimate(PackFolder pack, IReadOnlyList<Line> costs, PackReport report)
    {
        if (pack.Yaml("pack.yaml")?.Map("budget")?.Node("estimate_pence") is not { } node || costs.Count == 0) return;
        var sum = costs.Aggregate(Money.Zero, (total, line) => total + line.Amount);
        if (!long.TryParse(node.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var stated)) report.Fault("pack.yaml", node.Line(), $"“{node}” is not a number of pence");
        else if (sum != new Money(stated)) report.Fault(CostsFile, 0, $"its lines come to {sum}, and pack.yaml, line {node.Line()}, states {new Money(stated)}");
    }

    private static void Keep(Db db, PackFollow follow, Line line, BudgetLine? here, Dictionary<Guid, string> codes, PackReport report)
    {
        var (row, isNew) = (line.Row, here is null);
        var entry = follow.Entry(row["code"], row["name"], row.File, row.Line);
        if (isNew && entry.Record is not null)
        {
            entry.IsRemovedHere();
            return;
        }
        if (here is null)
        {
            db.Add(here = new BudgetLine(row["code"], line.Heading, row["name"], line.Amount));
            report.Add("budget lines");
        }
        entry.Is(here, isNew);
        entry.Field("name", row["name"], here.Name, () => here.Change(here.Heading, row["name"], here.Amount));
        entry.Field("heading", line.Heading.Code(), here.Heading.Code(), () => here.Change(line.Heading, here.Name, here.Amount));
        entry.Field("amount", line.Amount.ToString(), here.Amount.ToString(), () => here.Change(here.Heading, here.Name, line.Amount));
        entry.Field("source", line.Source is { } source ? codes[source] : "", here.Source is { } payer ? codes[payer] : "", () => here.Source = line.Source);
        entry.Field("invented", row.Flag("invented").Text(), here.Invented.Text(), () => here.Invented = row.Flag("invented"));
    }
}
