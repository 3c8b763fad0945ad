using AngleSharp.Html.Dom;
using Ganss.Xss;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Texts;

/// <summary>
/// The small HTML that stored text is: paragraphs, line breaks, bold, italics, lists, quotations and links. It is typed as
/// Markdown and always comes out in one normal form, so that the same words have the same hash.
/// </summary>
public static class SmallHtml
{
    private static readonly MarkdownPipeline Pipeline = Build();

    public static string FromMarkdown(string? typed, string field = "Text")
    {
        var text = Tidy(typed);
        Holes.Refuse(text, field);
        using var page = Sanitizer().SanitizeDom(Markdown.ToHtml(text, Pipeline));
        Check(page, field);
        return page.Body!.InnerHtml.Trim().Replace(">\n<", "><");
    }

    private static string Tidy(string? typed) => (typed ?? "").ReplaceLineEndings("\n").Trim();

    private static void Check(IHtmlDocument page, string field)
    {
        if (page.Images.Length > 0)
            throw new RuleBroken("A picture cannot stand in the text: write a link to it instead.", field);
        // The sanitizer takes the address off a link it does not allow; better to say so than to send a link that leads nowhere.
        foreach (var link in page.QuerySelectorAll("a"))
            // By scheme: on Unix "/page" counts as absolute too, as a file's.
            if (!Uri.TryCreate(link.GetAttribute("href"), UriKind.Absolute, out var to) || to.Scheme is not ("https" or "mailto"))
                throw new RuleBroken($"The link “{link.TextContent.Trim()}” does not lead anywhere safe. Begin its address with https:// (or mailto: for an e-mail address).", field);
    }

    // Built anew each time: a sanitizer is not meant for many threads.
    private static HtmlSanitizer Sanitizer() => new(new HtmlSanitizerOptions
    {
        AllowedTags = new HashSet<string> { "p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "a", "img" },
        AllowedAttributes = new HashSet<string> { "href" },
        AllowedSchemes = new HashSet<string> { "https", "mailto" },
        UriAttributes = new HashSet<string> { "href" },
    })
    { KeepChildNodes = true };

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks(new AutoLinkOptions { UseHttpsForWWWLinks = true });
        // What the subset has no place for stays as it was typed.
        builder.BlockParsers.TryRemove<HeadingBlockParser>();
        builder.BlockParsers.TryRemove<FencedCodeBlockParser>();
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.TryRemove<ThematicBreakParser>();
        builder.InlineParsers.TryRemove<CodeInlineParser>();
        builder.BlockParsers.Find<ParagraphBlockParser>()!.ParseSetextHeadings = false;
        return builder.Build();
    }
}
