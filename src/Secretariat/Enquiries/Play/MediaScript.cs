using Secretariat.Enquiries.Media;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Packs;
using YamlDotNet.RepresentationModel;

namespace Secretariat.Enquiries.Play;

/// <summary>One media request of the sample year, as its file tells it.</summary>
public sealed class MediaScript(YamlMappingNode map)
{
    public int Line => map.Line();
    public DateOnly? Day => map.Date("day");
    public string Outlet => map.Text("outlet") ?? "";

    /// <summary>"member-spoke".</summary>
    public MediaOutcome? Outcome => map.Text("outcome") is { } text ? PackText.Parse<MediaOutcome>(text) : null;

    /// <summary>How many people of the list are rung.</summary>
    public int Calls => map.Whole("calls") ?? 1;

    public string? Said => map.Text("said");
    public string? Source => map.Text("source");

    public MediaDraft Draft(DateTimeOffset deadline) => new(Outlet, map.Text("topic")) { Journalist = map.Text("journalist"), Phone = map.Text("phone"), Theme = map.Text("theme"), Place = map.Text("place"), Deadline = deadline, Invented = true };
}
