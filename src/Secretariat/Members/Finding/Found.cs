namespace Secretariat.Members.Finding;

/// <summary>What the answer rests on: the kind of rule that matched, not what was typed. A whole postcode may be answered by its outcode.</summary>
public enum Match { None, Postcode, Sector, Outcode, District }

/// <summary>Whole: one member. Overlap: two members, both all of it. Split: parts of it differ, so a whole postcode is needed. Unknown: nobody's, or not understood.</summary>
public enum Relation { Unknown, Whole, Overlap, Split }

public sealed record FoundMember(string Code, string Name);

/// <summary>The answer to "whose is this place?", with the sentence that says why. Choices are names to pick from when several fit.</summary>
public sealed record Found(
    string Query, string? Place, Match Match, Relation Relation, IReadOnlyList<FoundMember> Members, string Why, IReadOnlyList<string> Choices)
{
    public bool Answered => Relation is Relation.Whole or Relation.Overlap;
    public bool NeedsPostcode => Relation is Relation.Split;
    public bool IsChoice => Choices.Count > 0;

    internal static Found Nothing(string query, string why) => new(query, null, Match.None, Relation.Unknown, [], why, []);
}
