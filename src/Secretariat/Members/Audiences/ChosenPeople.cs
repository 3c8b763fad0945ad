namespace Secretariat.Members.Audiences;

/// <summary>Who is in an audience on a day, counted by the reason.</summary>
public sealed record ChosenPeople(IReadOnlyList<Chosen> All)
{
    private const int Shown = 200;

    public IReadOnlyList<Chosen> Get => [.. All.Where(c => c.Gets)];

    /// <summary>In the audience, and not written to. Whoever left it, or is not in it yet, is not counted.</summary>
    public IReadOnlyList<Chosen> LeftOut => [.. All.Where(c => Short(c) is not null)];

    /// <summary>"294 people: 38 as Chair …; left out: 3 left the list."</summary>
    public string Words
    {
        get
        {
            var reasons = Get.GroupBy(c => c.Reason).Select(g => $"{g.Count():N0} with {g.Key}").ToList();
            var not = LeftOut.GroupBy(Short).Select(g => $"{g.Count():N0} {g.Key}").ToList();
            return $"{Count(Get.Count)}{(reasons.Count > 0 ? ": " + string.Join(", ", reasons) : "")}.{(not.Count > 0 ? $" Left out: {string.Join(", ", not)}." : "")}";
        }
    }

    public IEnumerable<Chosen> First => Get.Concat(LeftOut).Take(Shown);
    public int More => Math.Max(Get.Count + LeftOut.Count - Shown, 0);

    public static string Count(int people) => people == 1 ? "1 person" : $"{people:N0} people";

    /// <summary>Left out, because they had left, were not there yet, or are in it by another record.</summary>
    internal static bool IsElsewhere(string why) => why.StartsWith("Left:", StringComparison.Ordinal) || why.StartsWith("Not yet:", StringComparison.Ordinal) || why.StartsWith("Merged into", StringComparison.Ordinal);

    private static string? Short(Chosen who) => who.LeftOut switch
    {
        null => null,
        { } why when IsElsewhere(why) => null,
        { } why when why.StartsWith("Left this list", StringComparison.Ordinal) => "left the list",
        { } why when why.StartsWith("Shares the address", StringComparison.Ordinal) => "at an address that another of them has",
        _ => "whose address takes nothing",
    };
}
