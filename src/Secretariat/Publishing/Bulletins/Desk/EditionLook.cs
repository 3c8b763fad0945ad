using Secretariat.Members.Tiles;

namespace Secretariat.Publishing.Bulletins.Desk;

/// <summary>How states are shown: the word says it, the class adds shape and colour.</summary>
public static class EditionLook
{
    public static string Of(EditionState state) => state switch
    {
        EditionState.Sent => "sent",
        EditionState.Freezing or EditionState.Sending or EditionState.Scheduled => "waiting",
        EditionState.Cancelled => "dropped",
        _ => "",
    };

    /// <summary>The members' squares, by how many of their people a bulletin reaches.</summary>
    public static TileMap Map(string title, IReadOnlyList<MemberCount> members, bool sent) => new(title,
        [.. members.Select(m => m.Member.At($"/desk/members/{m.Member.Code}", m.Look, Note(m, sent)))],
        new TileMeaning(TileLook.Filled, sent ? "all their people got it" : "all their people get it"),
        new TileMeaning(TileLook.Ring, sent ? "some did not" : "some do not"),
        new TileMeaning(TileLook.Dashed, sent ? "nobody got it" : "nobody gets it"));

    private static string Note(MemberCount m, bool sent) => m.All == 0 ? "nobody to send to"
        : $"{m.Got} of {m.All} {(sent ? "got it" : "get it")}{(m.Waiting > 0 ? $", {m.Waiting} on the way" : "")}";
}
