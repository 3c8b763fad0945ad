using System.Globalization;
using Secretariat.Events.Conference.Programme;
using Secretariat.Platform.Contracts;
using Secretariat.Publishing.Items;
using YamlDotNet.RepresentationModel;

namespace Secretariat.Events.Conference.Play;

/// <summary>The conference of the sample year, as it is written in <c>year/conference.yaml</c>.</summary>
internal sealed record ConferenceScript(YamlMappingNode Map)
{
    public string Kind => Map.Text("kind") ?? "";
    public string? Outcome => Map.Text("outcome");
    public int Number => Map.Whole("number") ?? 0;
    public string? Title => Map.Text("title");
    public string? Place => Map.Text("place");
    public string? About => Map.Text("about");
    public int Capacity => Map.Whole("capacity") ?? 0;
    public int Share => Map.Whole("share") ?? 0;
    public DateOnly? Announced => Map.Date("announced");
    public IReadOnlyList<string> Guests => [.. Map.Texts("guests")];
    public IReadOnlyList<string> Needs => [.. Map.Texts("needs")];
    public IReadOnlyList<string> Askers => [.. Map.Texts("askers")];

    public IEnumerable<(string Code, int Places)> Extra => Map.Maps("extra").Concat(Map.Maps("sponsors")).Select(m => (m.Text("organisation") ?? "", m.Whole("places") ?? 0));

    public IEnumerable<SessionDraft> Sessions => Map.Maps("programme").Select(m => new SessionDraft(m.Text("title"), Time(m, "starts"), Time(m, "ends"), m.Text("room"), m.Text("about"), string.Join('\n', m.Texts("speakers")),
        m.Text("circulation") == "members" ? Circulation.Members : Circulation.Public));

    private static TimeOnly Time(YamlMappingNode map, string key) => TimeOnly.ParseExact(map.Text(key) ?? "00:00", "HH:mm", CultureInfo.InvariantCulture);
}
