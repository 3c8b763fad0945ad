namespace Secretariat.Members.Finding;

/// <summary>What a postcode's first letters say about its country. Used only for the words of an answer, never for the answer.</summary>
public static class Nations
{
    private static readonly (string Name, string[] Areas)[] Outside =
    [
        ("Wales", ["CF", "LD", "LL", "NP", "SA"]),
        ("Scotland", ["AB", "DD", "DG", "EH", "FK", "G", "HS", "IV", "KA", "KW", "KY", "ML", "PA", "PH", "TD", "ZE"]),
        ("Northern Ireland", ["BT"]),
        ("Jersey", ["JE"]), ("Guernsey", ["GY"]), ("the Isle of Man", ["IM"]),
    ];

    /// <summary>Areas without a single address in England: a network with a rule in one of them works there.</summary>
    private static readonly (string Name, string[] Areas)[] Heartlands = [("Wales", ["CF", "SA"]), ("Scotland", ["EH", "G", "AB"])];

    /// <summary>Outcodes with addresses on both sides of a border.</summary>
    private static readonly Dictionary<string, string> Crossing = new[]
    {
        ("Wales", "CH1 CH4 HR3 HR5 LD7 LD8 LL14 NP5 NP6 NP7 NP16 NP25 SY5 SY10 SY13 SY14 SY15 SY21 SY22"),
        ("Scotland", "TD5 TD9 TD12 TD15"),
    }.SelectMany(row => row.Item2.Split(' ').Select(outcode => (outcode, row.Item1))).ToDictionary();

    public static string? Of(string area) => Outside.FirstOrDefault(nation => nation.Areas.Contains(area)).Name;

    /// <summary>The neighbour that this outcode reaches into, where the rules say nothing about that neighbour.</summary>
    public static string? Across(string outcode, PostcodeRules rules) =>
        Crossing.TryGetValue(outcode, out var nation)
        && !Heartlands.First(heart => heart.Name == nation).Areas.Any(rules.Reach) ? nation : null;
}
