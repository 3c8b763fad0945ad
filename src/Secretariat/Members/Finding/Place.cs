namespace Secretariat.Members.Finding;

/// <summary>One council's district as the pack has it: who covers it and, where it is split, how much of it each has.</summary>
public sealed record District(
    string Code, string Name, Relation Relation, IReadOnlyList<string> Members, IReadOnlyList<decimal> Shares, string County, string Region);

/// <summary>A council formed since, of which this district became a part.</summary>
public sealed record LaterCouncil(string Name, string District);

/// <summary>Something with a name that people type: a district, or several together (a later council, a county, a region).</summary>
public sealed record Place(string OfficialName, IReadOnlyList<District> Districts)
{
    public FoldedName Folded { get; } = new(OfficialName);

    /// <summary><c>Bristol, City of</c> is how lists sort it and nobody says it.</summary>
    public string Name { get; } = OfficialName.EndsWith(" of", StringComparison.Ordinal) ? OfficialName[..OfficialName.LastIndexOf(',')] : OfficialName;

    /// <summary>The members that cover every part of it.</summary>
    public IReadOnlyList<string> Throughout =>
        [.. Districts[0].Members.Where(code => Districts.All(part => part.Relation != Relation.Split && part.Members.Contains(code)))];

    public IReadOnlyList<string> Anywhere =>
        [.. Districts.SelectMany(part => part.Members).Distinct()];

    public Relation Relation =>
        Throughout.Count != Anywhere.Count ? Relation.Split
        : Anywhere.Count == 1 ? Relation.Whole : Relation.Overlap;
}
