using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Ganss.Xss;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Texts;

/// <summary>
/// The HTML of a whole page: what <see cref="SmallHtml"/> has, and headings, tables, links within the site. It has no place in
/// letters. Always in one normal form, so that the same words have the same hash.
/// </summary>
public static partial class PageHtml
{
    private static readonly MarkdownPipeline Pipeline = Build();

    public static string FromMarkdown(string? typed, string field = "Text")
    {
        var text = (typed ?? "").ReplaceLineEndings("\n").Trim();
        Holes.Refuse(text, field);
        // The page's title is its only first heading; deeper ones than three make no outline that anybody follows.
        var html = Outline().Replace(Markdown.ToHtml(text, Pipeline), m => $"<{m.Groups[1].Value}h{(m.Groups[2].Value is "1" or "2" ? 2 : 3)}>");
        using var page = Sanitizer().SanitizeDom(html);
        Check(page, field);
        return page.Body!.InnerHtml.Trim().Replace(">\n<", "><");
    }

    private static void Check(IHtmlDocument page, string field)
    {
        if (page.Images.Length > 0) throw new RuleBroken("A picture cannot stand in the text: write a link to it instead.", field);
        foreach (var link in page.QuerySelectorAll("a"))
            if (!Leads(link.GetAttribute("href")))
                throw new RuleBroken($"The link “{link.TextContent.Trim()}” does not lead anywhere safe. Begin its address with https://, with mailto: for an e-mail address, or with / for a page of this site.", field);
    }

    // Two slashes would be another site's address.
    private static bool Leads(string? address) =>
        address is ['/', not ('/' or '\\'), ..] or "/" || Uri.TryCreate(address, UriKind.Absolute, out var to) && to.Scheme is "https" or "mailto" or "tel";

    private static HtmlSanitizer Sanitizer() => new(new HtmlSanitizerOptions
    {
        AllowedTags = new HashSet<string> { "p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "a", "img", "h2", "h3", "table", "thead", "tbody", "tr", "th", "td" },
        AllowedAttributes = new HashSet<string> { "href" },
        AllowedSchemes = new HashSet<string> { "https", "mailto", "tel" },
        UriAttributes = new HashSet<string> { "href" },
    })
    { KeepChildNodes = true };

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks(new AutoLinkOptions { UseHttpsForWWWLinks = true });
        // What a page has no place for stays as it was typed.
        builder.BlockParsers.TryRemove<FencedCodeBlockParser>();
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.TryRemove<ThematicBreakParser>();
        builder.InlineParsers.TryRemove<CodeInlineParser>();
        return builder.Build();
    }

    [GeneratedRegex("<(/?)h([1-6])>")]
    private static partial Regex Outline();
}
