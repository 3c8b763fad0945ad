namespace Secretariat.Members.Finding;

/// <summary>Every name that a place may be asked for by. The most local reading of a name comes first.</summary>
public sealed class Places
{
    private const int MostChoices = 8;
    private readonly IReadOnlyList<Place> all;
    private readonly IReadOnlyList<District> districts;

    public static Places None { get; } = new([], []);

    public Places(IReadOnlyList<District> districts, IReadOnlyList<LaterCouncil> later)
    {
        this.districts = districts;
        var byCode = districts.ToDictionary(district => district.Code);
        IEnumerable<Place> Together(IEnumerable<IGrouping<string, District>> groups) =>
            groups.Where(group => group.Key.Length > 0).Select(group => new Place(group.Key, [.. group]));

        all =
        [
            .. districts.Select(district => new Place(district.Name, [district])),
            .. Together(later.GroupBy(council => council.Name, council => byCode[council.District])),
            .. Together(districts.GroupBy(district => district.County)),
            .. Together(districts.GroupBy(district => district.Region)),
        ];
    }

    /// <summary>The districts that a member covers, wholly or in part.</summary>
    public IEnumerable<District> Of(string member) => districts.Where(district => district.Members.Contains(member)).OrderBy(district => district.Name, StringComparer.Ordinal);

    /// <summary>The places that a typed name means: one when it is clear, several to choose from, or none.</summary>
    public (IReadOnlyList<Place> Places, bool Sure) Named(string name)
    {
        var typed = new FoldedName(name);
        if (typed.Plain.Length == 0) return ([], false);
        if (all.FirstOrDefault(place => place.Folded.Plain == typed.Plain) is { } exact) return ([exact], true);
        if (typed.Core.Count == 0) return ([], false);
        if (all.FirstOrDefault(place => place.Folded.CoreText == typed.CoreText) is { } same) return ([same], true);
        if (Distinct(place => place.Folded.HasEveryWordOf(typed)) is { Count: > 0 } words) return (words, words.Count == 1);
        if (Distinct(place => place.Folded.HasEveryBeginningOf(typed)) is { Count: > 0 } beginnings) return (beginnings, false);
        var allowed = typed.CoreText.Length < 5 ? 1 : 2;
        return (Distinct(place => Spelling.Within(allowed, place.Folded.CoreText, typed.CoreText)), false);
    }

    private List<Place> Distinct(Func<Place, bool> fits) =>
        [.. all.Where(fits).DistinctBy(place => place.Folded.Plain).Take(MostChoices)];
}
