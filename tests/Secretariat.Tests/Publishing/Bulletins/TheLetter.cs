using System.Text.RegularExpressions;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.Bulletins.Letter;
using Secretariat.Publishing.Items;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Publishing.Bulletins;

public sealed class TheLetter
{
    [Fact]
    public async Task Both_parts_say_the_same_and_end_with_the_reason_and_the_way_out()
    {
        await using var network = await TheNetwork.Begin();
        var edition = await network.HasEdition("A harbour that saves power");

        var letter = (await Press(network, edition)).For("Ada Ash", "you are Chair at Solent", "https://n.example/u/T");

        foreach (var part in new[] { letter.Html, letter.Text })
        {
            part.ShouldContain("Dear Ada Ash");
            part.ShouldContain("harbour that saves power", Case.Insensitive);
            part.ShouldContain("meters every crane");
            part.ShouldContain("https://solent.example/figures");
            part.ShouldContain("you are Chair at Solent");
            part.ShouldContain("https://n.example/u/T");
            part.ShouldNotContain("{{");
        }
    }

    [Fact]
    public async Task Names_and_words_cannot_become_html()
    {
        await using var network = await TheNetwork.Begin();
        var item = new Item(new ItemDraft("<script>alert(1)</script> & co", "<b onclick='x'>bold</b>", ItemKind.Information) { Links = [new("<i>words</i>", "https://m.example/?a=\"><script>")] }, TheNetwork.Start);
        var edition = new Edition(1, Written.Year, "</title><script>alert(2)</script>", "<style>x</style>");
        edition.Gather(item, new DateOnly(2017, 10, 16));
        await network.Has(item, edition);

        var html = (await Press(network, edition)).For("<img src=x onerror=alert(3)>", "<script>4</script>", "https://n.example/u/T").Html;

        html.ShouldNotContain("<script");
        html.ShouldNotContain("<img");
        html.ShouldNotContain("<b onclick");
        Regex.Count(html, "<style>").ShouldBe(1, "its own sheet");
    }

    [Fact]
    public async Task A_hole_that_comes_with_a_name_is_not_filled_again()
    {
        await using var network = await TheNetwork.Begin();

        (await Press(network, await network.HasEdition("News"))).For("{{leave}}", "why", "https://n.example/u/SECRET").Text.ShouldContain("Dear {{leave}},");
    }

    [Fact]
    public async Task It_is_small_and_needs_nothing_from_elsewhere()
    {
        await using var network = await TheNetwork.Begin();

        var html = (await Press(network, await network.HasEdition("One", "Two", "Three", "Four"))).Html;

        // Gmail cuts a letter off at 102 KB.
        html.Length.ShouldBeLessThan(60_000);
        html.ShouldNotContain("src=");
        html.ShouldNotContain("@import");
    }

    private static Task<PressedLetter> Press(TheNetwork network, Edition edition) => network.In(async services =>
        await services.GetRequiredService<EditionPress>().Press(edition, PassedContent.Of(await services.GetRequiredService<CurrentContent>().Of(edition, default), []), default));
}
