using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Members.Tiles;

namespace Secretariat.Agreements.Rounds.Desk;

/// <summary>How a round looks on the desk.</summary>
public static class RoundLookOf
{
    public static string State(RoundState state) => state switch
    {
        RoundState.Open => "due",
        RoundState.Closed => "done",
        RoundState.Cancelled => "dropped",
        _ => "",
    };

    public static TileMap Map(Round round, Count count, IReadOnlyList<Elector> electors, IReadOnlyDictionary<Guid, MemberTile> members, IReadOnlySet<Guid> looked)
    {
        var stands = count.Standings.ToDictionary(s => s.Elector);
        var tiles = electors.Where(e => e.Organisation is { } id && members.ContainsKey(id)).Select(e =>
        {
            var stand = stands[e.Id].Stand;
            var missing = stand.IsMissing();
            var opened = missing && looked.Contains(e.Id);
            return members[e.Organisation!.Value].At(round.State == RoundState.Open ? $"/desk/rounds/{round.Id}/log?elector={e.Id}" : $"/desk/rounds/{round.Id}#log",
                missing ? opened ? TileLook.Plain : TileLook.Dashed : stand is Stand.Objects or Stand.Declines ? TileLook.Ring : stand is Stand.Agrees or Stand.Confirms or Stand.Commented or Stand.Chose ? TileLook.Filled : TileLook.Outlined,
                stand.Words(round.State == RoundState.Open) + (opened ? ", opened the page" : ""));
        }).ToList();
        var asksYes = round.Kind is RoundKind.Confirm or RoundKind.AgreeText;
        return new TileMap($"Who answered: {round.Title}", tiles, [new TileMeaning(TileLook.Filled, round.Kind == RoundKind.Confirm ? "confirm" : round.Kind == RoundKind.AgreeText ? "agree" : "answered"),
            .. asksYes ? [new TileMeaning(TileLook.Ring, round.Kind == RoundKind.Confirm ? "decline" : "object")] : Array.Empty<TileMeaning>(), new TileMeaning(TileLook.Outlined, "answered otherwise"),
            new TileMeaning(TileLook.Plain, "opened the page only"), new TileMeaning(TileLook.Dashed, "missing")]);
    }
}
