using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Planning;
using Secretariat.Planning.Paper;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Tests.Given;
using Secretariat.Tests.Planning.Road;

namespace Secretariat.Tests.Planning.Paper;

/// <summary>One plan, two renderings; and the text that goes round is the paper.</summary>
public sealed class ThePaper
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_members_paper_says_each_line_of_the_costs_and_the_web_version_the_total_only()
    {
        await using var network = await WalkedRoad.To(new(2017, 1, 6));
        using var staff = await network.ClientAs(Role.Staff);
        var chair = await network.Db(db => db.Set<Position>().Where(p => p.Kind == PositionKind.Chair).Select(p => p.Person).FirstAsync(Ct));
        using var mine = await network.ClientOf(chair);

        foreach (var paper in new[] { await staff.GetStringAsync("/desk/plan/paper", Ct), await mine.GetStringAsync("/my/plan", Ct) })
        {
            paper.ShouldContain("Annual conference");
            paper.ShouldContain("£41,000");
            paper.ShouldContain("£430,721");
            paper.ShouldContain("22 bulletins");
        }
        var web = await network.Client().GetStringAsync("/plan", Ct);
        web.ShouldContain("£430,721");
        web.ShouldContain("22 bulletins");
        web.ShouldNotContain("£41,000");
        web.ShouldContain("It is with the members and is not agreed yet");
    }

    [Fact]
    public async Task A_draft_is_the_Boards_until_it_goes_to_the_members()
    {
        await using var network = await WalkedRoad.To(new(2016, 12, 20));
        var chair = await network.Db(db => db.Set<Position>().Where(p => p.Kind == PositionKind.Chair).Select(p => p.Person).FirstAsync(Ct));
        using var mine = await network.ClientOf(chair);

        (await network.Client().GetStringAsync("/plan", Ct)).ShouldContain("No plan has been published yet");
        (await mine.GetStringAsync("/my/plan", Ct)).ShouldContain("No plan has been put to the members yet");
    }

    [Fact]
    public async Task Who_belongs_to_no_member_is_shown_the_web_version()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var press = new Person("An agency's press officer", "press@people.example");
        var house = new Organisation("AG", "Agency", OrganisationKind.Agency);
        press.Take(house, PositionKind.Press, "Press officer", SigningIn.Since);
        await network.Has(house, press);
        using var client = await network.ClientOf(press.Id, press.Name);

        var answer = await client.GetAsync("/my/plan", Ct);

        (answer.StatusCode, answer.Headers.Location!.OriginalString).ShouldBe((HttpStatusCode.Redirect, "/plan"));
    }

    [Fact]
    public async Task A_plan_edited_while_its_round_is_open_is_not_what_went_round_and_the_page_says_so()
    {
        await using var network = await WalkedRoad.To(new(2017, 1, 6));
        using var staff = await network.ClientAs(Role.Staff);
        var round = await network.RoundAbout("plan:2017-18:shared");
        (await staff.GetStringAsync("/desk/plan/paper", Ct)).ShouldContain("this very paper, to the letter");
        (await network.Client().GetStringAsync("/plan", Ct)).ShouldNotContain("changed after the members were asked");
        await network.Db(async db =>
        {
            (await db.Set<Outcome>().SingleAsync(o => o.Code == "A.iii", Ct)).Describe("Bulletins to LEPs", "Every second week, before nine.");
            await db.Save(TheNetwork.Staff, "Change promise", Ct);
        });

        var page = WebUtility.HtmlDecode(await staff.GetStringAsync("/desk/plan/paper", Ct));

        page.ShouldContain("the paper has changed since. Send a new version");
        (await network.Client().GetStringAsync("/plan", Ct)).ShouldContain("changed after the members were asked");
        (await network.RoundAbout("plan:2017-18:shared")).Latest.Hash.ShouldBe(round.Latest.Hash, "what members answer to is what they were shown");
        (await network.RoundAbout("plan:2017-18:shared")).Latest.Text.Html.ShouldNotContain("before nine");
    }

    [Fact]
    public void The_text_that_goes_round_is_plain_words_whatever_stands_in_the_plan()
    {
        var paper = new PlanPaper("The plan", new(new(2017, 4, 1)), [new("A. *Pillar* <b>", [new("A.i", "Meetings_of_[us]", "Two\n\n# lines {{name}}", "6 meetings")])],
            [new("Staff", [new("One & two", new Money(100), false)])], []);

        var (_, text) = Papers.Round(paper, null);

        text.Html.ShouldContain("<strong>A. *Pillar* &lt;b&gt;</strong>");
        text.Html.ShouldContain("Meetings_of_[us]");
        text.Html.ShouldContain("Two # lines { {name}}");
        text.Html.ShouldContain("One &amp; two: £1");
        Papers.Round(paper, null).Text.Hash().ShouldBe(text.Hash());
        Papers.Round(paper with { Costs = [] }, null).Text.Hash().ShouldNotBe(text.Hash());
    }

    [Fact]
    public async Task The_paper_is_printed_where_a_browser_is_installed_and_otherwise_the_page_says_how()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        using var staff = await network.ClientAs(Role.Staff);
        var can = network.Services.GetRequiredService<PaperPdf>().Can;

        var answer = await staff.GetAsync("/desk/plan/paper.pdf", Ct);

        if (can && answer.StatusCode == HttpStatusCode.OK) (await answer.Content.ReadAsByteArrayAsync(Ct)).Take(5).ShouldBe("%PDF-"u8.ToArray());
        else answer.Headers.Location!.OriginalString.ShouldStartWith("/desk/plan/paper");
        (await staff.GetStringAsync("/desk/plan/paper", Ct)).ShouldContain(can ? "Save as PDF" : "Print this page");
    }
}
