using CsCheck;
using Secretariat.Members.Finding;

namespace Secretariat.Tests.Members.Finding;

public sealed class PostcodeAnswers
{
    private static readonly PackPlaces Pack = PackPlaces.LepNetwork;
    private static readonly string[] Outcodes = [.. Pack.Rules.Keys.Where(prefix => !prefix.Contains(' '))];
    private static readonly string[] Whole = [.. Pack.Rules.Keys.Where(prefix => prefix.Split(' ') is [_, { Length: 3 }])];

    private static readonly Gen<string> Inward =
        Gen.Select(Gen.Char['0', '9'], Gen.Char['A', 'Z'], Gen.Char['A', 'Z'], (digit, one, two) => $"{digit}{one}{two}");

    private static Gen<string> OneOf(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    private static string[] Codes(Found found) => [.. found.Members.Select(member => member.Code)];

    [Fact]
    public void Every_postcode_with_a_rule_of_its_own_gets_just_that_answer()
    {
        Whole.Length.ShouldBeGreaterThan(20_000);
        foreach (var postcode in Whole)
        {
            var found = Pack.Finder.Find(postcode);
            found.Match.ShouldBe(Match.Postcode, postcode);
            found.Relation.ShouldBe(Pack.Rules[postcode].Length == 1 ? Relation.Whole : Relation.Overlap, postcode);
            Codes(found).ShouldBe(Pack.Rules[postcode], postcode);
        }
    }

    [Fact]
    public void Any_other_postcode_takes_the_longest_rule_above_it() =>
        Gen.Select(OneOf(Outcodes), Inward).Sample((outcode, inward) =>
            Codes(Pack.Finder.Find($"{outcode} {inward}")).ShouldBe(Pack.Longest(outcode, inward)), iter: 20_000);

    [Fact]
    public void Every_outcode_is_answered_and_never_guessed()
    {
        var beneath = Pack.Rules.Where(rule => rule.Key.Contains(' ')).ToLookup(rule => rule.Key.Split(' ')[0], rule => string.Join('|', rule.Value));
        foreach (var outcode in Outcodes)
        {
            var found = Pack.Finder.Find(outcode);
            found.Match.ShouldBe(Match.Outcode, outcode);
            var answers = beneath[outcode].Append(string.Join('|', Pack.Rules[outcode])).Distinct().ToList();
            if (answers.Count > 1)
            {
                found.Relation.ShouldBe(Relation.Split, outcode);
                Codes(found).Order().ShouldBe(answers.SelectMany(answer => answer.Split('|')).Distinct().Order(), outcode);
                found.Why.ShouldContain("whole postcode");
            }
            else
            {
                Codes(found).ShouldBe(Pack.Rules[outcode], outcode);
                // The rest are the few that reach over the border, where half the outcode has no member.
                if (found.Relation == Relation.Split) found.Why.ShouldContain("reaches into");
            }
        }
    }

    [Fact]
    public void Case_and_spaces_do_not_matter() =>
        Gen.Select(OneOf(Whole), Gen.Bool.Array[7], Gen.Int[0, 3], OneOf("", " ", "  ", "\t", "-", "\u00a0")).Sample((postcode, lower, around, between) =>
        {
            var letters = postcode.Replace(" ", "").Select((letter, i) => lower[i] ? char.ToLowerInvariant(letter) : letter).ToArray();
            var typed = new string(' ', around) + new string(letters[..^3]) + between + new string(letters[^3..]) + new string(' ', around);
            var (plain, found) = (Pack.Finder.Find(postcode), Pack.Finder.Find(typed));
            (found.Place, found.Match, found.Relation, found.Why).ShouldBe((plain.Place, plain.Match, plain.Relation, plain.Why));
        }, iter: 5_000);

    [Fact]
    public void A_sector_with_its_space_is_not_the_longer_outcode_without_it()
    {
        var (sector, outcode) = (Pack.Finder.Find("YO1 7"), Pack.Finder.Find("YO17"));

        sector.Place.ShouldBe("YO1 7");
        sector.Relation.ShouldBe(Relation.Overlap);
        outcode.Place.ShouldBe("YO17");
        outcode.Relation.ShouldBe(Relation.Whole);
    }

    [Fact]
    public void A_letter_that_can_only_be_a_digit_is_read_as_one() =>
        Pack.Finder.Find("SW1A OAA").Place.ShouldBe("SW1A 0AA");

    [Theory]
    [InlineData("ZA1 1AA", "ALD", Match.Outcode)]
    [InlineData("ZA11 1AA", "BRK", Match.Outcode)]
    [InlineData("ZA3 1AA", "ALD", Match.Outcode)]
    [InlineData("ZA3 2ZZ", "BRK", Match.Sector)]
    [InlineData("ZA3 2AB", "ALD", Match.Postcode)]
    public void The_most_particular_rule_wins(string postcode, string member, Match match)
    {
        var found = PackPlaces.ThreeChambers.Finder.Find(postcode);

        Codes(found).ShouldBe([member]);
        (found.Match, found.Relation).ShouldBe((match, Relation.Whole));
    }

    [Theory]
    [InlineData("EH1 1YZ", "Scotland")]
    [InlineData("cf10", "Wales")]
    [InlineData("BT1 5GS", "Northern Ireland")]
    public void A_postcode_of_another_country_is_said_to_be_there(string postcode, string country)
    {
        var found = Pack.Finder.Find(postcode);

        (found.Match, found.Relation).ShouldBe((Match.None, Relation.Unknown));
        found.Members.ShouldBeEmpty();
        found.Why.ShouldContain($"is in {country}, where the network has no member");
    }

    [Fact]
    public void Where_an_outcode_crosses_the_border_the_answer_says_on_which_side_it_holds()
    {
        Pack.Finder.Find("TD5 7AA").Why.ShouldContain("if it is on this side of the border");
        Pack.Finder.Find("TD5").Relation.ShouldBe(Relation.Split);
    }

    [Theory]
    [InlineData("ZZ9 9ZZ", "begins with ZZ")]
    [InlineData("LS49 9ZZ", "Check it for a slip")]
    public void A_postcode_that_no_rule_knows_says_so(string postcode, string words)
    {
        var found = Pack.Finder.Find(postcode);

        found.Relation.ShouldBe(Relation.Unknown);
        found.Why.ShouldContain(words);
    }

    [Fact]
    public void A_rule_that_cannot_be_read_names_its_line()
    {
        Should.Throw<BadRule>(() => PostcodeRules.Read("prefix,members\nYO1,A\nyo2,A\n")).Line.ShouldBe(3);
        Should.Throw<BadRule>(() => PostcodeRules.Read("prefix,members\nYO1,A\nYO2\n")).Line.ShouldBe(3);
        Should.Throw<BadRule>(() => PostcodeRules.Read("prefix,members\nYO1,\n")).Line.ShouldBe(2);
        Should.Throw<BadRule>(() => PostcodeRules.Read("prefix,members\nYO1,A\nYO2,A\nYO1,B\n")).Line.ShouldBe(4);
    }
}
