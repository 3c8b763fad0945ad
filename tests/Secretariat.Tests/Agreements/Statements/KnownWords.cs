using Secretariat.Agreements.Statements;
using Secretariat.Platform.Texts;

namespace Secretariat.Tests.Agreements.Statements;

/// <summary>The same words in another dress: what a person copies from a page, a letter or a file.</summary>
public class KnownWords
{
    private const string Agreed =
        """
        <p>Members ask the government to keep <a href="https://a.example/fund">the fund for growth</a> as it is, and to say so soon.</p>
        <ol><li>Pay it by area.</li><li>Let each area decide what comes first, by 2020.</li></ol>
        """;

    private static readonly PutToMembers.Known[] Known = [PutToMembers.KnownAs(Guid.NewGuid(), "The fund", Agreed, "What members say of the fund for growth")];

    [Fact]
    public void A_copy_without_its_link_is_the_same_text()
        => PutToMembers.In(Agreed.Replace("<a href=\"https://a.example/fund\">", "").Replace("</a>", ""), Known).ShouldNotBeNull();

    [Fact]
    public void A_copy_with_a_link_more_is_the_same_text()
        => PutToMembers.In(Agreed.Replace("each area", "<a href=\"https://b.example\">each area</a>"), Known).ShouldNotBeNull();

    [Fact]
    public void A_copy_of_the_letter_s_plain_text_with_its_addresses_and_numbers_is_the_same_text()
        => PutToMembers.InPlain(PlainText.From(Agreed), Known).ShouldNotBeNull();

    [Fact]
    public void A_copy_of_the_page_s_words_is_the_same_text()
        => PutToMembers.InPlain(PlainText.Words(Agreed), Known).ShouldNotBeNull();

    [Fact]
    public void A_text_of_its_own_about_the_same_is_nobody_s()
        => PutToMembers.In("<p>The fund for growth was paid to four areas in March, as <a href=\"https://a.example/fund\">its page</a> says.</p>", Known).ShouldBeNull();
}
