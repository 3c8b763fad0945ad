using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Secretariat.Agreements.Rounds.Rules;

/// <summary>One word of a text, in its dress; or the beginning of a line.</summary>
/// <param name="Dress">"strong", "em", "both" or nothing: a word that only changed its dress has changed.</param>
/// <param name="Line">What the line begins with, such as "• "; null for a word.</param>
public sealed record TextWord(string Word, string Dress = "", string? Line = null);

/// <summary>A text as the words that a redline compares, line by line.</summary>
public static class WordsOf
{
    public static IReadOnlyList<TextWord> Text(RoundText text)
    {
        List<TextWord> words = [.. Split(text.Subject, "strong")];
        using var page = new HtmlParser().ParseDocument(text.Html);
        foreach (var block in page.Body!.Children) Block(block, "", words);
        foreach (var link in text.Links) words.AddRange([new("", Line: ""), .. Split($"{link.Text}:", ""), .. Split(link.Url, "")]);
        return words;
    }

    private static void Block(IElement block, string before, List<TextWord> words)
    {
        if (block.LocalName is "ul" or "ol")
        {
            var number = 0;
            foreach (var item in block.Children) Block(item, before + (block.LocalName == "ol" ? $"{++number}. " : "• "), words);
        }
        else if (block.LocalName == "blockquote") foreach (var inner in block.Children) Block(inner, before + "> ", words);
        else
        {
            words.Add(new("", Line: before));
            foreach (var node in block.ChildNodes)
                if (node is IElement { LocalName: "p" or "ul" or "ol" or "blockquote" } inner)
                {
                    if (inner.LocalName == "p" && words[^1].Line is not null) Inline(inner, "", words);
                    else Block(inner, before.Length == 0 ? "" : $"  {before[..^2]}", words);
                }
                else Inline(node, "", words);
        }
    }

    private static void Inline(INode node, string dress, List<TextWord> words)
    {
        if (node is IText text) words.AddRange(Split(text.Data, dress));
        else if (node is IElement { LocalName: "br" }) words.Add(new("", Line: ""));
        else if (node is IElement element)
        {
            foreach (var inner in element.ChildNodes) Inline(inner, element.LocalName is not ("strong" or "em") ? dress : dress.Length == 0 || dress == element.LocalName ? element.LocalName : "both", words);
            // Where a link leads is part of what is agreed to, so it is read beside its words.
            if (element.LocalName == "a") words.AddRange(Split($"({element.GetAttribute("href")})", ""));
        }
    }

    private static IEnumerable<TextWord> Split(string text, string dress) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(w => new TextWord(w, dress));
}
