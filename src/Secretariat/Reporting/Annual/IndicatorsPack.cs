using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Reporting.Annual;

/// <summary>Which figures members are asked for: <c>indicators.yaml</c>. A network without them has no annual report.</summary>
public sealed class IndicatorsPack : IPackPart
{
    private const string File = "indicators.yaml";

    public int Order => 62;

    public async Task Load(PackFolder pack, Db db, PackReport report, CancellationToken ct)
    {
        if (!pack.Has(File) || pack.Yaml(File) is not { } root) return;
        var (here, place) = (await db.Set<Indicator>().ToDictionaryAsync(i => i.Code, ct), 0);
        foreach (var map in root.Maps("indicators"))
        {
            place++;
            var (code, name, unit) = (map.Text("code") ?? "", map.Text("name") ?? "", map.Text("unit") ?? "");
            if (code.Length is 0 or > Indicator.MaxCode || name.Length is 0 or > Indicator.MaxName || unit.Length is 0 or > Indicator.MaxUnit || (map.Text("means") ?? "").Length > Indicator.MaxMeans)
                pack.Fault(File, map.Line(), $"an indicator needs a “code”, a “name” and a “unit”, of at most {Indicator.MaxCode}, {Indicator.MaxName} and {Indicator.MaxUnit} letters");
            else if (!here.TryGetValue(code, out var there))
            {
                here[code] = new Indicator(code, name, unit, map.Text("means") ?? "", place, map.Flag("invented") || root.Flag("invented"));
                db.Add(here[code]);
                report.Add("indicators");
            }
            else if (there.Name != name || there.Unit != unit) report.Differences.Add($"The indicator “{code}” is “{there.Name}” in {there.Unit} here and “{name}” in {unit} in the pack.");
        }
    }
}
