using System.Globalization;
using Secretariat.Platform.Contracts;

namespace Secretariat.Members.Finding;

/// <summary>What the pack says of councils, as it is stored.</summary>
public sealed record PlaceList(IReadOnlyList<District> Districts, IReadOnlyList<LaterCouncil> Later);

/// <summary>Reads the pack's two files of councils; each row that cannot be right is a fault with its line.</summary>
public static class PlaceRows
{
    public const string DistrictsFile = "districts.csv";
    public const string SuccessorsFile = "district_successors.csv";

    public static PlaceList? Read(PackFolder pack, IReadOnlySet<string> members, PackReport report)
    {
        var before = report.Faults.Count;
        var districts = new Dictionary<string, District>();
        foreach (var row in pack.Csv(DistrictsFile, "code", "name", "relation", "member1", "share1", "member2", "share2", "county", "region"))
            if (District(row, members, report) is { } district && !districts.TryAdd(district.Code, district))
                report.Fault(row.File, row.Line, $"the code “{district.Code}” is used twice");

        var later = new List<LaterCouncil>();
        if (pack.Has(SuccessorsFile))
            foreach (var row in pack.Csv(SuccessorsFile, "code", "name", "district"))
                if (districts.ContainsKey(row["district"])) later.Add(new(row["name"], row["district"]));
                else report.Fault(row.File, row.Line, $"no district has the code “{row["district"]}”");
        return report.Faults.Count == before ? new([.. districts.Values], later) : null;
    }

    private static District? District(PackRow row, IReadOnlySet<string> members, PackReport report)
    {
        District? Fault(string reason)
        {
            report.Fault(row.File, row.Line, reason);
            return null;
        }

        if (row["code"].Length == 0 || row["name"].Length == 0) return Fault("a district needs a code and a name");
        if (!Enum.TryParse<Relation>(row["relation"], ignoreCase: true, out var relation) || relation == Relation.Unknown)
            return Fault($"“{row["relation"]}” is not a relation: write whole, overlap or split");
        string[] codes = relation == Relation.Whole ? [row["member1"]] : [row["member1"], row["member2"]];
        if (codes.FirstOrDefault(code => !members.Contains(code)) is { } unknown) return Fault($"no member has the code “{unknown}”");
        if (codes.Distinct().Count() < codes.Length) return Fault("the two members are the same");
        var shares = new List<decimal>();
        foreach (var share in new[] { row["share1"], row["share2"] }.Take(codes.Length))
            if (decimal.TryParse(share, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var part) && part is > 0 and <= 1) shares.Add(part);
            else return Fault($"“{share}” is not a share between 0 and 1");
        return new(row["code"], row["name"], relation, codes, shares, row["county"], row["region"]);
    }
}
