using Secretariat.Members.Finding;
using Secretariat.Platform.Contracts;

namespace Secretariat.Tests.Members.Finding;

/// <summary>The finder over a pack's own files, without a database.</summary>
public sealed class PackPlaces
{
    public static readonly PackPlaces LepNetwork = new("packs/lep-network");
    public static readonly PackPlaces ThreeChambers = new("testpacks/three");

    private PackPlaces(string folder)
    {
        var report = new PackReport();
        var pack = new PackFolder(Path.Combine(AppContext.BaseDirectory, folder), report);
        Names = pack.Csv("members.csv", "code", "name").ToDictionary(row => row["code"], row => row["name"]);
        Rules = pack.Csv(FinderPack.PostcodesFile, "prefix", "members").ToDictionary(row => row["prefix"], row => row["members"].Split('|'));
        Districts = PlaceRows.Read(pack, Names.Keys.ToHashSet(), report)!.Districts;
        var places = PlaceRows.Read(pack, Names.Keys.ToHashSet(), report)!;
        Finder = new(PostcodeRules.Read(File.ReadAllText(pack.PathOf(FinderPack.PostcodesFile))), new Places(places.Districts, places.Later), Names);
        report.Faults.ShouldBeEmpty();
    }

    public Finder Finder { get; }
    public IReadOnlyDictionary<string, string> Names { get; }
    public IReadOnlyDictionary<string, string[]> Rules { get; }
    public IReadOnlyList<District> Districts { get; }

    /// <summary>The plain reading of the rule "full postcode, then sector, then outcode", to hold the index against.</summary>
    public string[]? Longest(string outcode, string inward) =>
        Rules.GetValueOrDefault($"{outcode} {inward}") ?? Rules.GetValueOrDefault($"{outcode} {inward[0]}") ?? Rules.GetValueOrDefault(outcode);
}
