using System.Globalization;
using Secretariat.Platform.Contracts;
using YamlDotNet.RepresentationModel;

namespace Secretariat.Events.Play;

/// <summary>One event of the sample year, as it is written in <c>year/events.yaml</c>.</summary>
internal sealed record EventScript(YamlMappingNode Map, string Kind, string? Outcome, int Number, DateOnly? Day)
{
    public static IEnumerable<EventScript> All(YamlMappingNode root) =>
        root.Maps("events").Select(m => new EventScript(m, m.Text("kind") ?? "", m.Text("outcome"), m.Whole("number") ?? 0, m.Date("day")));

    public string? Title => Map.Text("title");
    public string? Place => Map.Text("place");
    public string? About => Map.Text("about");
    public string? Theme => Map.Text("theme");

    /// <summary>What chief executives wished for, word for word, when it was made of that.</summary>
    public string? Wish => Map.Text("wish");

    public string? Topic => Map.Text("topic");
    public string? Partner => Map.Text("partner");
    public string? DirectedBy => Map.Text("directed_by");
    public string? CoveredBy => Map.Text("covered_by");
    public long? CostPence => long.TryParse(Map.Text("cost_pence"), NumberStyles.None, CultureInfo.InvariantCulture, out var pence) ? pence : null;
    public int? Capacity => Map.Whole("capacity");
    public bool IsPublic => Map.Flag("public");
    public string? Invite => Map.Text("invite");
    public string? Minutes => Map.Text("minutes");
    public IReadOnlyList<string> Agenda => [.. Map.Texts("agenda")];

    /// <summary>How many of ten who are asked say no, and of those who come how many are not there.</summary>
    public int Away => Map.Whole("away") ?? 1;

    public IEnumerable<(string Title, string Link)> HandedOut => Map.Maps("handed_out").Select(p => (p.Text("title") ?? "", p.Text("link") ?? ""));

    public IEnumerable<(string What, int Days)> Actions => Map.Maps("actions").Select(a => (a.Text("what") ?? "", a.Whole("days") ?? 14));
}
