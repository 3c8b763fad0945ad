using System.Text.Json.Nodes;
using Secretariat.Platform.Data;
using Secretariat.Platform.Texts;

namespace Secretariat.Publishing.Pages;

/// <summary>What a page says, as values: this is what is read, approved and shown.</summary>
public sealed record PageWords(string Title, string Lead, string Markdown)
{
    public const int MaxTitle = 120, MaxLead = 300, MaxText = 40_000;

    /// <summary>What <see cref="Markdown"/> says, in the HTML of a page.</summary>
    public string Html { get; private init; } = "";

    /// <exception cref="RuleBroken">Something of it cannot be kept; nothing is.</exception>
    public static PageWords Typed(string? title, string? lead, string? text)
    {
        var (t, l) = (title?.Trim() ?? "", lead?.Trim() ?? "");
        if (t.Length == 0) throw new RuleBroken("Give the page a title.", nameof(Title));
        Line(t, MaxTitle, nameof(Title));
        Line(l, MaxLead, nameof(Lead));
        if (string.IsNullOrWhiteSpace(text)) throw new RuleBroken("Write the page’s text.", "Text");
        if (text.Length > MaxText) throw new RuleBroken($"Keep the text under {MaxText:N0} letters: make two pages of it, or a publication.", "Text");
        if (text.Any(c => char.IsControl(c) && c is not ('\r' or '\n' or '\t'))) throw new RuleBroken("There is a sign in the text that no page can show. Type it anew, or paste it as plain text.", "Text");
        return new PageWords(t, l, text.ReplaceLineEndings("\n").Trim()) { Html = PageHtml.FromMarkdown(text) };
    }

    public static PageWords Kept(string title, string lead, string markdown, string html) => new(title, lead, markdown) { Html = html };

    public string Hash() => CanonicalJson.Hash(CanonicalJson.Of(new JsonObject { ["title"] = Title, ["lead"] = Lead, ["text"] = Html }));

    private static void Line(string line, int most, string field)
    {
        if (line.Length > most) throw new RuleBroken($"Keep it under {most} letters.", field);
        if (line.Any(char.IsControl)) throw new RuleBroken("Keep it on one line.", field);
        Holes.Refuse(line, field);
    }
}
