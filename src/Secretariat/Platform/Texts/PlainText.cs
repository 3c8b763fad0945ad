using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Secretariat.Platform.Texts;

/// <summary>The same words for a reader without HTML: made from the stored text, so the two can never differ.</summary>
public static class PlainText
{
    private const int Width = 72;

    public static string From(string html)
    {
        using var page = new HtmlParser().ParseDocument(html);
        var text = new StringBuilder();
        foreach (var block in page.Body!.Children) Block(block, "", text);
        return text.ToString().TrimEnd();
    }

    /// <summary>Its words in a row, without the addresses of its links: for a list, or to be looked through.</summary>
    public static string Words(string html)
    {
        using var page = new HtmlParser().ParseDocument(html.Replace("</p>", "</p> ").Replace("</li>", "</li> ").Replace("<br>", "<br> "));
        return string.Join(' ', page.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Block(IElement block, string indent, StringBuilder text)
    {
        switch (block.LocalName)
        {
            case "ul" or "ol":
                var number = 0;
                foreach (var item in block.Children)
                    ListItem(item, indent, block.LocalName == "ol" ? $"{++number}. " : "- ", text);
                if (indent.Length == 0) text.Append('\n');
                break;
            case "blockquote":
                foreach (var inner in block.Children) Block(inner, indent + "> ", text);
                break;
            default:
                text.Append(Wrap(Inline(block), indent, indent)).Append("\n\n");
                break;
        }
    }

    private static void ListItem(IElement item, string indent, string mark, StringBuilder text)
    {
        var words = new StringBuilder();
        foreach (var node in item.ChildNodes.Where(n => n is not IElement { LocalName: "ul" or "ol" or "blockquote" }))
            words.Append(node is IElement { LocalName: "p" } p ? Inline(p) + " " : Inline(node));
        text.Append(Wrap(words.ToString().Trim(), indent + mark, indent + new string(' ', mark.Length))).Append('\n');
        foreach (var inner in item.Children.Where(c => c.LocalName is "ul" or "ol" or "blockquote"))
            Block(inner, indent + new string(' ', mark.Length), text);
    }

    private static string Inline(INode node) => node switch
    {
        IElement { LocalName: "br" } => "\n",
        IElement { LocalName: "a" } link => Link(string.Concat(link.ChildNodes.Select(Inline)), link.GetAttribute("href") ?? ""),
        IElement element => string.Concat(element.ChildNodes.Select(Inline)),
        IText words => words.Data.Replace('\n', ' '),
        _ => "",
    };

    public static string Link(string words, string address)
    {
        var shown = address.StartsWith("mailto:", StringComparison.Ordinal) ? address["mailto:".Length..] : address;
        return words.Length == 0 || words == shown ? shown : $"{words} ({shown})";
    }

    /// <summary>Breaks lines between words; an address is never broken, so that mail programs still make it a link.</summary>
    public static string Wrap(string words, string first = "", string next = "")
    {
        var lines = new StringBuilder();
        foreach (var (line, i) in words.Split('\n').Select((l, i) => (l, i)))
        {
            if (i > 0) lines.Append('\n');
            var start = i == 0 ? first : next;
            lines.Append(start);
            var column = start.Length;
            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (column > start.Length && column + 1 + word.Length > Width)
                {
                    lines.Append('\n').Append(next);
                    column = next.Length;
                }
                else if (column > start.Length)
                {
                    lines.Append(' ');
                    column++;
                }
                lines.Append(word);
                column += word.Length;
            }
        }
        return lines.ToString();
    }
}
