using CsCheck;
using Secretariat.Platform.Data;
using Secretariat.Platform.Texts;
using Secretariat.Tests.Publishing;

namespace Secretariat.Tests.Platform.Texts;

public sealed class SmallTexts
{
    [Theory]
    [InlineData("One **bold** and *soft* word", "<p>One <strong>bold</strong> and <em>soft</em> word</p>")]
    [InlineData("- a\n- b", "<ul><li>a</li><li>b</li></ul>")]
    [InlineData("[kit](https://m.example/a?b=1&c=2)", "<p><a href=\"https://m.example/a?b=1&amp;c=2\">kit</a></p>")]
    [InlineData("www.m.example", "<p><a href=\"https://www.m.example\">www.m.example</a></p>")]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    [InlineData("<img src=x onerror=alert(1)>", "<p>&lt;img src=x onerror=alert(1)&gt;</p>")]
    [InlineData("# Not a heading", "<p># Not a heading</p>")]
    [InlineData("Line one\r\nline two", "<p>Line one\nline two</p>")]
    public void What_is_typed_becomes_the_small_html(string typed, string html) => SmallHtml.FromMarkdown(typed).ShouldBe(html);

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](http://plain.example)")]
    [InlineData("[x](/desk)")]
    [InlineData("[x](data:text/html,hello)")]
    [InlineData("![x](https://m.example/picture.png)")]
    [InlineData("Dear {{name}}")]
    public void What_cannot_go_out_is_refused_with_a_sentence(string typed) =>
        Should.Throw<RuleBroken>(() => SmallHtml.FromMarkdown(typed)).Field.ShouldBe("Text");

    [Fact]
    public void Whatever_is_typed_only_the_small_html_comes_out()
    {
        var parts = Written.OneOf("<b onclick=x>", "**", "*", "[a](https://x.example)", "<", ">", "&", "\"", "\n\n", "- ", "1. ", "> ", "`", "<a href='javascript:x'>", "</p>", "<style>", "word", " ", "é", "\\");
        parts.Array[0, 30].Select(string.Concat).Sample(typed =>
        {
            var html = SmallHtml.FromMarkdown(typed);
            System.Text.RegularExpressions.Regex.Replace(html, "</?(p|br|strong|em|ul|ol|li|blockquote)>|<a href=\"https://[^\"<>]*\">|</a>", "").ShouldNotContain('<');
        });
    }

    [Fact]
    public void Plain_text_keeps_every_word_and_every_address()
    {
        var html = SmallHtml.FromMarkdown("Read [the kit](https://m.example/kit) and:\n\n- one **two**\n- three\n\n> said so\n\nWrite to <a@m.example>.");

        PlainText.From(html).ShouldBe("Read the kit (https://m.example/kit) and:\n\n- one two\n- three\n\n> said so\n\nWrite to a@m.example.");
    }

    [Fact]
    public void Plain_text_is_broken_between_words_and_never_inside_an_address()
    {
        var address = "https://m.example/" + new string('a', 100);

        var lines = PlainText.From(SmallHtml.FromMarkdown($"{string.Join(' ', Enumerable.Repeat("word", 40))} [here]({address})")).Split('\n');

        lines.ShouldContain(l => l.Contains(address));
        lines.Where(l => !l.Contains(address)).ShouldAllBe(l => l.Length <= 72);
    }
}
