using Secretariat.Platform.Data;

namespace Secretariat.Members.Audiences;

/// <summary>A saved, live selection of people: conditions, never a list of names. Who is in it is asked anew each time.</summary>
public sealed class Audience : Record
{
    /// <summary>Everybody with a current position in a member: who a bulletin goes to.</summary>
    public const string AllMembers = "all-members";

    private Audience() { }

    public Audience(string code, string name, params IReadOnlyCollection<AudienceLine> lines)
    {
        Code = code.Trim();
        Change(name, lines);
    }

    public string Code { get; private set; } = "";
    public string Name { get; private set; } = "";

    /// <summary>The conditions as they are stored and audited, one a line.</summary>
    public string Conditions { get; private set; } = "";

    public IReadOnlyList<AudienceLine> Lines => [.. Conditions.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(AudienceLine.Parse)];

    public void Change(string name, IReadOnlyCollection<AudienceLine> lines)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new RuleBroken("An audience needs a name.", "Name");
        if (lines.All(l => l.Kind != LineKind.AnyOf)) throw new RuleBroken("An audience needs at least one condition that lets somebody in.", "Lines");
        Name = name.Trim();
        Conditions = string.Join('\n', lines);
    }
}
