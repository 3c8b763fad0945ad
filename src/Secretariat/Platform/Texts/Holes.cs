using Secretariat.Platform.Data;

namespace Secretariat.Platform.Texts;

/// <summary>Two braces mark where a letter takes what is its recipient's own; nobody may type them into a text.</summary>
public static class Holes
{
    public static void Refuse(string? text, string field)
    {
        if (text?.Contains("{{", StringComparison.Ordinal) == true)
            throw new RuleBroken("Write the two braces {{ apart: together they stand for what each recipient's letter fills in.", field);
    }
}
