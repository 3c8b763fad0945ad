using CsCheck;
using Secretariat.Publishing.Social;

namespace Secretariat.Tests.Publishing.Social;

/// <summary>Lengths as the channels count them.</summary>
public sealed class PostLengths
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("  Two words \r\n", 9)]
    [InlineData("two\r\nlines", 9)]
    [InlineData("café", 4)]
    [InlineData("cafe\u0301", 4)] // the same in two code points: counted after NFC
    [InlineData("“Quoted” – and more", 19)]
    [InlineData("more…", 6)] // the ellipsis is outside the ranges that count 1
    [InlineData("東京", 4)]
    [InlineData("👍", 2)]
    [InlineData("👩‍👩‍👧‍👦", 2)]
    [InlineData("🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇬🇧", 5)]
    [InlineData("1️⃣", 2)]
    [InlineData("https://www.network.org.uk/news/a-harbour-that-saves-power-and-a-very-long-address", 23)]
    [InlineData("Read: https://a.example/b.", 30)] // shorter than what an address counts, so it may be one
    [InlineData("(https://a.example/b)", 25)]
    [InlineData("https://a.example/1 https://a.example/2", 47)]
    [InlineData("https://intranet/very/long/page/name", 36)] // no address to X
    [InlineData("https://intranet.local/very/long/page/name", 42)] // perhaps none
    [InlineData("https://a.example.org/b東京", 27)]
    [InlineData("network.org", 23)]
    [InlineData("a-name-that-is-longer-than-an-address.example.org", 49)]
    [InlineData("somebody@network.org", 20)]
    [InlineData("e.g. this", 9)]
    public void X_counts_as_twitter_text_does(string text, int length) => PostLength.Of(SocialChannel.X, text).ShouldBe(length);

    [Theory]
    [InlineData(SocialChannel.YouTube, "café", 5)]
    [InlineData(SocialChannel.LinkedIn, "café", 4)]
    [InlineData(SocialChannel.LinkedIn, "👍", 2)]
    [InlineData(SocialChannel.Flickr, " a ", 1)]
    [InlineData(SocialChannel.LinkedIn, "a\r\nb", 3)]
    [InlineData(SocialChannel.YouTube, "a\r\nb", 3)]
    public void Others_count_letters_or_bytes(SocialChannel channel, string text, int length) => PostLength.Of(channel, text).ShouldBe(length);

    [Fact]
    public void Plain_words_count_what_they_are_and_two_texts_with_a_space_between_them_count_their_sum_and_one() =>
        Gen.Select(Gen.String[Gen.Char["abcdefgh ABC,;!?'äöüéñ"], 0, 60], Gen.String[Gen.Char["klmno 東京한"], 0, 60]).Sample((a, b) =>
        {
            var (one, two) = (a.Trim(), b.Trim());
            PostLength.Of(SocialChannel.X, one).ShouldBe(one.Length);
            if (one.Length > 0 && two.Length > 0) PostLength.Of(SocialChannel.X, $"{one} {two}").ShouldBe(PostLength.Of(SocialChannel.X, one) + 1 + PostLength.Of(SocialChannel.X, two));
        });
}
