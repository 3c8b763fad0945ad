using CsCheck;
using Secretariat.Knowledge.Alike;

namespace Secretariat.Tests.Knowledge;

/// <summary>What is called like a text, and in which order.</summary>
public sealed class LikeWords
{
    private static readonly Known Shops = Of("Keys for empty shops", "Landlords lend keys of empty shops to stallholders.", "high-streets");
    private static readonly Known Apprentices = Of("Apprentices shared by three foundries", "Small foundries share an apprentice and the levy.", "skills");
    private static readonly Known Levy = Of("Spending the levy together", "Transfers of the apprenticeship levy between firms.", "skills");

    [Fact]
    public void What_shares_more_telling_words_comes_first_and_what_shares_none_does_not_come()
    {
        Find("How do foundries use the apprenticeship levy for an apprentice?").ShouldBe([Apprentices, Levy]);
        Find("landlords, keys, shops").ShouldBe([Shops]);
        Find("Broadband in villages").ShouldBeEmpty();
    }

    [Fact]
    public void Words_that_every_text_has_find_nothing() => Find("What was the problem and what did you do about it with others in the year?").ShouldBeEmpty();

    [Fact]
    public void Singular_and_plural_and_the_doing_of_a_thing_are_one_word()
    {
        foreach (var (one, other) in new[] { ("houses", "housing"), ("levy", "levies"), ("fund", "funding"), ("apprentice", "apprentices"), ("market", "marketed"), ("Café", "cafes") })
            TellingWords.Of(one).ShouldBe(TellingWords.Of(other), $"{one} and {other}");
        TellingWords.Of("string business glass").ShouldNotBe(TellingWords.Of("st busines glas"));
    }

    [Fact]
    public void One_word_alone_is_chance_unless_it_is_in_the_title_or_the_theme_is_shared()
    {
        var all = new[] { Shops, Apprentices, Levy };
        Ranking.Of(all, TellingWords.Of("stallholders"), [], 5).ShouldBeEmpty();
        Ranking.Of(all, TellingWords.Of("stallholders"), ["high-streets"], 5).ShouldHaveSingleItem().Of.ShouldBe(Shops);
        Ranking.Of(all, TellingWords.Of("shops"), [], 5).ShouldHaveSingleItem().Of.ShouldBe(Shops);
    }

    [Fact]
    public void What_is_being_written_is_not_like_itself() => Ranking.Of([Shops, Levy], Shops.Words, [.. Shops.Themes], 5, but: Shops.Id).ShouldBeEmpty();

    [Fact]
    public void A_shared_theme_never_moves_something_down() =>
        Texts.Select(Texts, Texts).Sample((a, b, typed) =>
        {
            Known[] all = [Of("a", a, "one"), Of("b", b, "two")];
            int Place(IReadOnlyCollection<string> themes) => Ranking.Of(all, TellingWords.Of(typed), themes, 5).Select(f => f.Of).ToList().IndexOf(all[0]) is >= 0 and var place ? place : 99;
            Place(["one"]).ShouldBeLessThanOrEqualTo(Place([]));
        });

    [Fact]
    public void Whatever_shares_all_its_words_with_the_text_is_before_what_shares_some_of_them() =>
        Texts.Sample(typed =>
        {
            var words = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
            if (words.Count < 3) return;
            var (whole, part) = (Of("x", string.Join(' ', words), "one"), Of("y", string.Join(' ', words.Take(words.Count - 1)), "one"));
            Ranking.Of([part, whole], TellingWords.Of(typed), [], 5)[0].Of.ShouldBe(whole);
        });

    private static readonly Gen<string> Texts = Gen.Int[0, 19].List[0, 12].Select(w => string.Join(' ', w.Select(n => $"zork{(char)('a' + n)}{n}")));

    private static IEnumerable<Known> Find(string text) => Ranking.Of([Shops, Apprentices, Levy], TellingWords.Of(text), [], 5).Select(f => f.Of);

    private static Known Of(string title, string text, string theme) => new(AlikeKind.Case, Guid.NewGuid(), title, "", new HashSet<string> { theme }, TellingWords.Of(title), TellingWords.Of($"{title} {text}"));
}
