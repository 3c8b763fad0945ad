using Secretariat.Platform.Data;

namespace Secretariat.Enquiries.Inbox;

/// <summary>What people type, as it is kept: without the spaces around it, not longer than it may be, and one line where one is meant.</summary>
internal static class Typed
{
    public static string? Line(string? text, int most, string field)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (text.Trim().Any(char.IsControl)) throw new RuleBroken("Write this on one line.", field);
        return Short(text, most, field);
    }

    public static string? Text(string? text, int most, string field)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        text = text.ReplaceLineEndings("\n");
        if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\t'))) throw new RuleBroken("There is a sign in it that is no letter. Type it again, or paste it as plain text.", field);
        return Short(text, most, field);
    }

    private static string Short(string text, int most, string field) => text.Trim() is var said && said.Length <= most ? said : throw new RuleBroken($"Keep it under {most:N0} letters.", field);
}
