using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Areas;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using YamlDotNet.RepresentationModel;

namespace Secretariat.Members.Finding;

/// <summary>Brings in <c>postcodes.csv</c>, <c>districts.csv</c>, <c>district_successors.csv</c> and <c>areas.topojson</c>. A pack may leave them out, but not name and lack them.</summary>
public sealed class FinderPack : IPackPart
{
    public const string PostcodesFile = "postcodes.csv";
    public const string AreasFile = "areas.topojson";

    public int Order => 40;

    public async Task Load(PackFolder pack, Db db, PackReport report, CancellationToken ct)
    {
        var named = pack.Yaml("pack.yaml")?.List("files").OfType<YamlScalarNode>().Select(file => file.Value).ToHashSet() ?? [];
        string[] mine = [PostcodesFile, PlaceRows.DistrictsFile, PlaceRows.SuccessorsFile, AreasFile];
        foreach (var missing in mine.Where(file => named.Contains(file) && !pack.Has(file)))
            report.Fault(missing, 0, "the file is missing, and pack.yaml names it");

        var members = await db.Set<Organisation>().Where(o => o.Kind == OrganisationKind.Member).Select(o => o.Code).ToHashSetAsync(ct);
        if (pack.Has(PostcodesFile) && Rules(pack, members, report) is { } rules)
            await Keep(db, FinderFile.Rules, rules, "list of postcodes", report, ct);
        if (pack.Has(PlaceRows.DistrictsFile) && PlaceRows.Read(pack, members, report) is { } places)
            await Keep(db, FinderFile.Places, JsonSerializer.SerializeToUtf8Bytes(places), "list of councils", report, ct);
        if (pack.Has(AreasFile) && Areas(pack, report) is { } areas)
            await Keep(db, FinderFile.Areas, areas, "map of areas", report, ct);
    }

    private static async Task Keep(Db db, string name, byte[] content, string what, PackReport report, CancellationToken ct)
    {
        var kept = await db.Set<FinderFile>().FindAsync([name], ct);
        if (kept?.Hash == FinderFile.HashOf(content)) return;
        if (kept is null) db.Add(new FinderFile(name, content));
        else kept.Replace(content);
        report.Add(what);
    }

    private static byte[]? Rules(PackFolder pack, HashSet<string> members, PackReport report)
    {
        var csv = File.ReadAllText(pack.PathOf(PostcodesFile));
        try
        {
            var unknown = PostcodeRules.Read(csv).MemberCodes.FirstOrDefault(code => !members.Contains(code));
            if (unknown is null) return Encoding.UTF8.GetBytes(csv);
            var line = csv.Split('\n').Index().First(row => row.Index > 0 && row.Item[(row.Item.IndexOf(',') + 1)..].Trim().Split('|').Contains(unknown)).Index + 1;
            report.Fault(PostcodesFile, line, $"no member has the code “{unknown}”");
        }
        catch (BadRule bad)
        {
            report.Fault(PostcodesFile, bad.Line, bad.Message);
        }
        return null;
    }

    private static byte[]? Areas(PackFolder pack, PackReport report)
    {
        var json = File.ReadAllBytes(pack.PathOf(AreasFile));
        try
        {
            AreaShapes.Read(json);
            return json;
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException)
        {
            report.Fault(AreasFile, fault is JsonException { LineNumber: { } line } ? (int)line + 1 : 0, "this is not TopoJSON with a layer of areas that have a code");
            return null;
        }
    }
}
