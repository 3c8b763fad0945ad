using Secretariat.Platform.Data;
using Secretariat.Publishing.Items;

namespace Secretariat.Tests.Publishing.Items;

public sealed class ItemRules
{
    private static readonly DateOnly Today = new(2017, 10, 16);

    [Fact]
    public void A_statement_cannot_be_written_as_an_item()
    {
        var no = Should.Throw<RuleBroken>(() => new Item(Written.Draft(kind: ItemKind.Statement), Given.TheNetwork.Start));

        no.Field.ShouldBe("Kind");
        no.Message.ShouldContain("agreement");
    }

    [Theory]
    [InlineData("http://m.example")]
    [InlineData("m.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://user:secret@m.example")]
    [InlineData("https://localhost")]
    [InlineData("")]
    public void A_link_leads_to_a_secure_address(string url) =>
        Should.Throw<RuleBroken>(() => new Item(Written.Draft() with { Links = [new("Words", url)] }, Given.TheNetwork.Start)).Field.ShouldBe("Links");

    [Fact]
    public void A_refused_edit_leaves_the_item_as_it_was()
    {
        var item = Written.Item("Before");

        Should.Throw<RuleBroken>(() => item.Write(Written.Draft("After") with { Links = [new("x", "nowhere")] }));

        item.Heading.ShouldBe("Before");
    }

    [Fact]
    public void Widening_the_circulation_asks_who_permitted_it()
    {
        var item = new Item(Written.Draft() with { Circulation = Circulation.Members }, Given.TheNetwork.Start);
        var wider = Written.Draft() with { Circulation = Circulation.Public };

        Should.Throw<RuleBroken>(() => item.Write(wider)).Field.ShouldBe("PermittedBy");
        item.Write(wider with { PermittedBy = "Solent's press officer" });

        item.PermittedBy.ShouldBe("Solent's press officer");
        Should.NotThrow(() => item.Write(Written.Draft()), "narrowing asks nobody");
    }

    [Fact]
    public void An_item_that_will_be_public_is_for_members_until_then()
    {
        var item = new Item(Written.Draft() with { Circulation = Circulation.Public, PublicFrom = Today.AddDays(1) }, Given.TheNetwork.Start);

        item.WidthOn(Today).ShouldBe(Circulation.Members);
        item.WidthOn(Today.AddDays(1)).ShouldBe(Circulation.Public);
    }

    [Theory]
    [InlineData("Solent saves power", "Solent did it.", "Solent", false, null, 0)]
    [InlineData("Power is saved", "It works.", "", false, null, 1)]
    [InlineData("Power is saved everywhere", "It works.", "", true, null, 1)]
    [InlineData("Power is saved everywhere", "It works.", "", true, "Annual return", 0)]
    [InlineData("LEP Network wins a prize", "Solent was there.", "Solent", false, null, 1)]
    [InlineData("A prize", "The LEP Network is proud. The LEP Network thanks Solent.", "Solent", false, null, 1)]
    public void The_check_says_when_members_are_missing_or_the_network_is_the_hero(string heading, string text, string member, bool all, string? source, int findings) =>
        ItemCheck.Of(heading, $"<p>{text}</p>", member.Length == 0 ? [] : [member], all, source, "The LEP Network").Count().ShouldBe(findings);
}
