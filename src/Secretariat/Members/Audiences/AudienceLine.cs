using Secretariat.Platform.Data;

namespace Secretariat.Members.Audiences;

/// <summary>How a condition works in an audience: one of these is enough, this must also hold, this must not hold.</summary>
public enum LineKind { AnyOf, Also, Never }

/// <summary>One condition of an audience, such as "+position-in-member" or "-theme:brexit".</summary>
/// <param name="Term">The code of an audience term.</param>
public sealed record AudienceLine(LineKind Kind, string Term, string? Value = null)
{
    private const string Signs = "+&-";

    public override string ToString() => $"{Signs[(int)Kind]}{Term}{(Value is null ? "" : ":" + Value)}";

    public static AudienceLine Parse(string text)
    {
        text = text.Trim();
        if (text.Length < 2 || !Signs.Contains(text[0])) throw new RuleBroken($"“{text}” is not a condition: begin it with + (any of these), & (also) or - (never).", "Lines");
        var colon = text.IndexOf(':');
        return new((LineKind)Signs.IndexOf(text[0]), colon < 0 ? text[1..] : text[1..colon], colon < 0 ? null : text[(colon + 1)..]);
    }
}
