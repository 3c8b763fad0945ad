using CsCheck;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Searching;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Platform.Searching;

public sealed class SpellingProperties
{
    private static readonly Gen<string> Word = Gen.String[Gen.Char["abcdefg"], 5, 12];

    [Fact]
    public void Whoever_is_one_letter_away_from_a_word_has_a_piece_of_it() => Gen.Select(Word, Gen.Int[0, 11], Gen.Char["abcxyz"], Gen.Int[0, 3]).Sample((word, at, letter, slip) =>
    {
        at %= word.Length;
        var typed = slip switch
        {
            0 => word.Insert(at, $"{letter}"),
            1 => word.Remove(at, 1),
            2 => word[..at] + letter + word[(at + 1)..],
            _ => at + 1 < word.Length ? word[..at] + word[at + 1] + word[at] + word[(at + 2)..] : word,
        };

        Spelt.Distance(typed, word).ShouldBeLessThanOrEqualTo(1);
        Spelt.Distance(word, typed).ShouldBe(Spelt.Distance(typed, word));
        if (typed.Length >= Spelt.Shortest) Spelt.Pieces(typed).ShouldContain(p => $" {word} ".Contains(p), $"{typed} for {word}");
    });

    [Fact]
    public void Whatever_is_typed_becomes_letters_and_digits_between_single_spaces() => Gen.String.Sample(typed =>
    {
        var kept = SearchTerms.Kept(typed);

        kept.ShouldNotContain("  ", customMessage: typed);
        if (kept.Trim().Length > 0) kept.Trim().ShouldAllBe(c => char.IsLetterOrDigit(c) || c == ' ');
        SearchTerms.Read(typed).Parts.ShouldAllBe(p => p.Length >= 3);
    });

    [Fact]
    public async Task Every_kind_has_a_name_and_a_range_of_its_own()
    {
        await using var network = await TheNetwork.Begin();
        var kinds = network.Services.GetServices<ISearchable>().Select(s => s.Kind).ToList();

        kinds.Count.ShouldBeGreaterThan(7);
        kinds.ShouldBeUnique();
        kinds.Select(SearchIndex.First).ShouldBeUnique();
    }
}
