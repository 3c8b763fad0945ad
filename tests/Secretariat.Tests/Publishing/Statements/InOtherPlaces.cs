using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.Items;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Agreements.Statements;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Publishing.Statements;

/// <summary>Words that were put to members, where one would not look for them.</summary>
public sealed class InOtherPlaces
{
    private const string Subject = "Longer transport funding for every harbour and airport", Text = "Members want longer transport funding from this year on.";

    [Theory]
    [InlineData("subject", Subject, "The subject cannot leave")]
    [InlineData("subject", "News: longer transport funding, for every harbour and airport!", "The subject cannot leave")]
    [InlineData("subject", Text, "The subject cannot leave")]
    [InlineData("heading", Text, "cannot leave")]
    [InlineData("text", Subject, "cannot leave")]
    [InlineData("link", Text, "“News” cannot leave")]
    [InlineData("source", Text, "“News” cannot leave")]
    public async Task Words_that_were_put_to_members_leave_in_no_line_of_a_bulletin(string place, string words, string says)
    {
        await using var network = await Asked.Network(4);
        await network.HasRound(new RoundDraft(RoundKind.AgreeText, "Do you agree this text?", "collective-agreement", RoundText.Written(Subject, Text, []), Text, Asked.Closes));
        var edition = await Says(network, place, words);

        (await Should.ThrowAsync<RuleBroken>(() => network.Approve(edition.Id))).Message.ShouldContain(says);
        using var staff = await network.AsStaff();
        (await staff.GetStringAsync($"/desk/bulletins/{edition.Id}/letter")).ShouldNotContain(words);
    }

    [Theory]
    [InlineData("subject")]
    [InlineData("heading")]
    [InlineData("link")]
    public async Task A_common_phrase_is_nobodys_although_a_round_has_it_as_its_subject(string place)
    {
        await using var network = await Asked.Network(4);
        await network.HasRound();
        var edition = await Says(network, place, "Transport funding");

        await network.Approve(edition.Id);

        (await network.Edition(edition.Id)).State.ShouldBe(EditionState.Approved);
    }

    private static async Task<Edition> Says(TheNetwork network, string place, string words)
    {
        var item = new Item(new ItemDraft(place == "heading" ? words : "News", place == "text" ? words : "Good morning.", ItemKind.Information)
        {
            Links = place == "link" ? [new ItemLink(words, "https://member.example/page")] : [],
            FiguresSource = place == "source" ? words : null,
        }, network.Now);
        var edition = new Edition(1, Written.Year, place == "subject" ? words : "This week", "");
        edition.Gather(item, Mandated.Today);
        await network.Has(item, edition);
        return edition;
    }
}
