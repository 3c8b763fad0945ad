using Microsoft.AspNetCore.Components;

namespace Secretariat.Publishing.Bulletins.Letter;

/// <summary>Mail programs drop style sheets, so the small HTML of a text gets its styles tag by tag.</summary>
public static class InlineStyles
{
    public const string Font = "font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;";

    public static MarkupString Apply(string html, string accent) => new(html
        .Replace("<p>", "<p class=\"ink\" style=\"margin:0 0 12px;color:#22303a;\">")
        .Replace("<ul>", "<ul class=\"ink\" style=\"margin:0 0 12px;padding-left:22px;color:#22303a;\">")
        .Replace("<ol>", "<ol class=\"ink\" style=\"margin:0 0 12px;padding-left:24px;color:#22303a;\">")
        .Replace("<li>", "<li style=\"margin:0 0 4px;\">")
        .Replace("<blockquote>", $"<blockquote style=\"margin:0 0 12px;padding:2px 0 2px 14px;border-left:3px solid {accent};\">")
        .Replace("<a href=", $"<a class=\"link\" style=\"color:{accent};text-decoration:underline;\" href="));
}
