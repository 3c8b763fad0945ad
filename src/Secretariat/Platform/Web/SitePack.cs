using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using YamlDotNet.RepresentationModel;

namespace Secretariat.Platform.Web;

/// <summary>Reads <c>pack.yaml</c>: the network's name, colour, zone and contact.</summary>
public sealed class SitePack(Sites sites) : IPackPart
{
    public int Order => 0;

    public async Task Load(PackFolder pack, Db db, PackReport report, CancellationToken ct)
    {
        if (pack.Yaml("pack.yaml") is not { } root) return;
        if (root.Text("name") is not { Length: > 0 } name)
        {
            report.Fault("pack.yaml", 1, "“name” is missing: what is the network called?");
            return;
        }
        foreach (var file in root.Texts("files").Where(f => !pack.Has(f)))
            report.Fault(file, 0, "pack.yaml lists it, and it is not there");
        if (await db.Set<Site>().AnyAsync(ct)) return;
        var contact = root.Map("secretariat");
        db.Add(new Site
        {
            Name = root.Text("site_name") ?? name,
            Strapline = root.Text("strapline") ?? "",
            Accent = root.Text("accent") ?? "#0b5d66",
            TimeZone = root.Text("time_zone") ?? "Europe/London",
            MemberOne = root.Map("member_word")?.Text("one") ?? "member",
            MemberMany = root.Map("member_word")?.Text("many") ?? "members",
            YearStartMonth = root.Map("year_start")?.Whole("month") ?? 1,
            YearStartDay = root.Map("year_start")?.Whole("day") ?? 1,
            Attribution = string.Join("\n", root.List("attribution").OfType<YamlScalarNode>().Select(l => l.Value)),
            ContactName = contact?.Text("name") ?? "",
            ContactEmail = contact?.Text("email") ?? "",
            ContactPhone = contact?.Text("phone") ?? "",
            ContactAddress = contact?.Text("address") ?? "",
            ContactInvented = contact?.Text("invented") == "true",
        });
        report.Add("site");
        sites.Forget();
    }
}
