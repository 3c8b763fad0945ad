using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Members.Tiles;

namespace Secretariat.Agreements.Statements.Desk;

/// <summary>How a mandate looks on the desk.</summary>
public static class MandateLook
{
    public static string Of(Mandate mandate, MandateState state) => mandate.Doubt is not null && state == MandateState.InForce ? "waiting" : state switch
    {
        MandateState.InForce => "done",
        MandateState.Withdrawn => "failed",
        _ => "dropped",
    };

    public static string Words(Mandate mandate, MandateState state) => mandate.Doubt is not null && state == MandateState.InForce ? "to be confirmed" : state switch
    {
        MandateState.InForce => "in force",
        MandateState.Withdrawn => "withdrawn",
        _ => "ended",
    };

    /// <summary>Whose view it is: a square for each member that was asked.</summary>
    public static TileMap? Map(Mandate mandate, Count counted, IReadOnlyList<Elector> electors, IReadOnlyDictionary<Guid, MemberTile> members)
    {
        var stands = counted.Standings.ToDictionary(s => s.Elector, s => s.Stand);
        var tiles = electors.Where(e => e.Grouping is null && e.Organisation is { } id && members.ContainsKey(id)).Select(e =>
        {
            var stand = stands.GetValueOrDefault(e.Id, Stand.Silent);
            var look = stand == Stand.Agrees ? TileLook.Filled : stand == Stand.Objects ? TileLook.Ring : stand is Stand.Silent or Stand.Lapsed or Stand.Withdrew ? TileLook.Dashed : TileLook.Outlined;
            return members[e.Organisation!.Value].At($"/desk/rounds/{mandate.Round}#log", look, stand.Words());
        }).ToList();
        return tiles.Count == 0 ? null : new TileMap($"Whose view it is: {mandate.Subject}", tiles, new TileMeaning(TileLook.Filled, "agree: it is their view"), new TileMeaning(TileLook.Ring, "object"),
            new TileMeaning(TileLook.Outlined, "answered otherwise"), new TileMeaning(TileLook.Dashed, "did not answer, and not counted"));
    }
}
