using CsCheck;
using Secretariat.Members.Finding;

namespace Secretariat.Tests.Members.Finding;

public sealed class PlaceNames
{
    private static readonly PackPlaces Pack = PackPlaces.LepNetwork;

    [Fact]
    public void Every_council_is_found_by_its_own_name()
    {
        foreach (var district in Pack.Districts)
        {
            var found = Pack.Finder.Find(district.Name);
            found.Match.ShouldBe(Match.District, district.Name);
            found.Relation.ShouldBe(district.Relation, district.Name);
            found.Members.Select(member => member.Code).ShouldBe(district.Members, district.Name);
        }
    }

    [Theory]
    [InlineData("York")]
    [InlineData("city of york")]
    [InlineData("  YORK   City Council ")]
    public void A_council_is_found_however_people_say_it(string typed)
    {
        var found = Pack.Finder.Find(typed);

        (found.Place, found.Match, found.Relation).ShouldBe(("York", Match.District, Relation.Overlap));
        found.Members.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("Hull", "Kingston upon Hull")]
    [InlineData("Bristol", "Bristol")]
    [InlineData("saint helens", "St. Helens")]
    [InlineData("Kings Lynn & West Norfolk", "King's Lynn and West Norfolk")]
    [InlineData("London Borough of Camden", "Camden")]
    public void The_short_and_the_official_name_are_one(string typed, string place)
    {
        var found = Pack.Finder.Find(typed);

        (found.Place, found.Answered).ShouldBe((place, true));
    }

    [Theory]
    [InlineData("Dorset", Relation.Whole)]
    [InlineData("West Suffolk", Relation.Overlap)]
    [InlineData("Buckinghamshire", Relation.Split)]
    [InlineData("North Yorkshire", Relation.Split)]
    public void A_council_formed_since_is_answered_from_its_old_districts(string council, Relation relation) =>
        Pack.Finder.Find(council).Relation.ShouldBe(relation);

    [Fact]
    public void A_split_council_names_both_members_and_asks_for_the_postcode()
    {
        foreach (var split in Pack.Districts.Where(district => district.Relation == Relation.Split))
        {
            var found = Pack.Finder.Find(split.Name);
            found.Members.Count.ShouldBe(2);
            found.NeedsPostcode.ShouldBeTrue();
            found.Why.ShouldContain("Type a whole postcode");
        }
    }

    [Fact]
    public void Where_only_part_of_a_later_council_has_a_second_member_the_answer_says_which_part() =>
        Pack.Finder.Find("Buckinghamshire").Why.ShouldContain("(Aylesbury Vale)");

    [Fact]
    public void Several_places_of_one_name_are_offered_and_none_is_chosen()
    {
        var found = Pack.Finder.Find("Newcastle");

        found.Choices.ShouldBe(["Newcastle-under-Lyme", "Newcastle upon Tyne"], ignoreOrder: true);
        found.Members.ShouldBeEmpty();
        found.Choices.ShouldAllBe(choice => Pack.Finder.Find(choice).Answered);
    }

    [Theory]
    [InlineData("Manchestr", "Manchester")]
    [InlineData("Birmin", "Birmingham")]
    [InlineData("Shefifeld", "Sheffield")]
    public void A_slip_is_asked_about_and_not_answered(string typed, string meant)
    {
        var found = Pack.Finder.Find(typed);

        found.Choices.ShouldBe([meant]);
        found.Members.ShouldBeEmpty();
    }

    [Fact]
    public void A_members_own_name_leads_to_the_member()
    {
        var found = PackPlaces.ThreeChambers.Finder.Find(PackPlaces.ThreeChambers.Names["ALD"]);

        (found.Match, found.Relation).ShouldBe((Match.None, Relation.Unknown));
        found.Members.ShouldHaveSingleItem().Code.ShouldBe("ALD");
    }

    [Theory]
    [InlineData("'; DROP TABLE member;--")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("../../etc/passwd")]
    [InlineData("\ud800\udfff\0")]
    [InlineData("the council")]
    [InlineData("?%_*")]
    public void Nonsense_is_answered_with_a_sentence(string typed)
    {
        var found = Pack.Finder.Find(typed);

        (found.Match, found.Relation).ShouldBe((Match.None, Relation.Unknown));
        found.Why.ShouldContain("We know no postcode or council");
    }

    [Fact]
    public void Whatever_is_typed_gets_a_short_answer() =>
        Gen.OneOf(Gen.String[0, 200], Gen.String[Gen.Char[" ABYO107-,'é&"], 0, 90], Gen.String[Gen.Char["A"], 5000, 5001]).Sample(typed =>
        {
            var found = Pack.Finder.Find(typed);
            found.Why.ShouldEndWith(found.IsChoice && found.Why.EndsWith('?') ? "?" : ".");
            found.Query.Length.ShouldBeLessThanOrEqualTo(81);
        }, iter: 5_000);

    [Fact]
    public void Nothing_typed_is_asked_for() => Pack.Finder.Find("   ").Why.ShouldStartWith("Type a whole postcode");
}
