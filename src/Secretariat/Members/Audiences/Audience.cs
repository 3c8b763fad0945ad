using Secretariat.Platform.Data;

namespace Secretariat.Members.Audiences;

/// <summary>A saved, live selection of people: conditions, never a list of names. Who is in it is asked anew each time.</summary>
public sealed class Audience : Record
{
    /// <summary>Everybody with a current position in a member: who a bulletin goes to.</summary>
    public const string AllMembers = "all-members";

    /// <summary>Looking at an audience is about no list that somebody could have left.</summary>
    public const string LookedAtBy = "";

    public const int MaxName = 120;
    private const int MaxWords = 34;

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

    /// <summary>A name in addresses for one that staff make: "skills-officers-3f2a".</summary>
    public static string CodeFor(string? name)
    {
        var words = string.Join('-', new string([.. (name ?? "").Folded().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return $"{(words.Length > MaxWords ? words[..MaxWords] : words)}-{Guid.NewGuid().ToString("N")[..4]}".TrimStart('-');
    }

    public void Change(string name, IReadOnlyCollection<AudienceLine> lines)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new RuleBroken("An audience needs a name.", "Name");
        if (name.Trim().Length > MaxName || name.Any(char.IsControl)) throw new RuleBroken($"Keep the name on one line and under {MaxName} letters.", "Name");
        if (lines.All(l => l.Kind != LineKind.AnyOf)) throw new RuleBroken("An audience needs at least one condition that lets somebody in.", "Lines");
        Name = name.Trim();
        Conditions = string.Join('\n', lines);
    }
}
