using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Dispositions;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Platform.Access;
using Secretariat.Platform.Deliveries;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Planning.Road;

/// <summary>The road of the plan for 2017/18, as it was walked from December 2016 to March 2017.</summary>
public sealed class RoadOf2017
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_plan_goes_from_the_Board_to_all_38_to_their_Chairs_and_back_to_the_Board()
    {
        var asked = new CountedCommands();
        await using var network = await WalkedRoad.To(new(2017, 3, 2), asked.Listen);

        var plan = await network.Standing("2017-18");
        plan.Road.Select(s => (s.Step.Code, s.TakenOn)).ShouldBe([("considered", new DateOnly(2016, 12, 14)), ("shared", new(2017, 1, 5)), ("comments", new(2017, 1, 25)), ("confirmation", new(2017, 1, 31)), ("signed-off", new(2017, 3, 1))]);
        plan.Road.ShouldAllBe(s => s.IsSettled);
        var delivered = plan.Outcomes.Single(o => o.Code == "O");
        delivered.DeliveredInWords.ShouldBe("1 of 1");
        delivered.Progress.Evidence.Single().Href.ShouldStartWith("/desk/decisions/");

        var comments = await network.RoundAbout("plan:2017-18:shared");
        var said = await network.Db(db => RoundComments.Of(db, comments.Id, Ct));
        said.Count.ShouldBe(6);
        said.Select(c => c.Member).Distinct().Count().ShouldBe(5, "five members comment, one twice");
        said.Count(c => c.Said.Way == AnswerWay.LoggedByStaff && c.Said.Evidence is not null).ShouldBe(2, "two are rung");
        said.ShouldAllBe(c => c.Disposition != null && c.Disposition.ToldAt != null);
        (await network.Db(db => db.Set<Batch>().CountAsync(b => b.Class == CommentsSettled.ClassName, Ct))).ShouldBe(5, "each author one letter");

        var confirms = await network.RoundAbout("plan:2017-18:confirmation");
        (confirms.Sender, confirms.Invented).ShouldBe((RoundSender.Board, true));
        confirms.Counted!.Of(Stand.Confirms).ShouldBe(38);
        var log = await network.Log(confirms);
        log.Count(r => r.Way == AnswerWay.LoggedByStaff && r.Evidence is not null).ShouldBe(4);
        log.Count(r => r.Capacity.StartsWith("PA, for", StringComparison.Ordinal)).ShouldBe(3);
        log.Count(r => r is { Way: AnswerWay.Link, Capacity: "Chair" }).ShouldBe(31);
        log.Sum(r => r.AmountPence).ShouldBe(38 * 650_000L);

        using var staff = await network.ClientAs(Role.Staff);
        await staff.GetStringAsync("/desk/plan/road", Ct);
        asked.Clear();
        var page = WebUtility.HtmlDecode(await staff.GetStringAsync("/desk/plan/road", Ct));
        // A worker of the ledger may give its sign of life meanwhile: that is not the page's asking.
        asked.Texts.Count(text => !text.Contains("worker", StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(15, string.Join('\n', asked.Texts));
        page.ShouldContain("Agreed: each of its 5 steps is done");
        page.ShouldContain("38, £247,000 together");
        page.ShouldContain("confirmed £120,000");
        page.ShouldContain("entered by hand by");
        (await staff.GetStringAsync("/desk/plan", Ct)).ShouldContain($"/desk/rounds/{confirms.Id}");
    }

    [Fact]
    public async Task On_the_way_the_page_says_what_each_step_waits_for_and_who_is_missing()
    {
        await using var network = await WalkedRoad.To(new(2017, 1, 22));
        using var staff = await network.ClientAs(Role.Staff);

        var page = WebUtility.HtmlDecode(await staff.GetStringAsync("/desk/plan/road", Ct));

        page.ShouldContain("2 of 5 steps done.");
        page.ShouldContain("6 comments have no disposition.");
        page.ShouldContain("The Board has not decided.");
        page.ShouldContain("33, dashed on the map");
        page.ShouldContain("Department for Communities and Local Government has not confirmed");
        page.ShouldContain("Ask the Chairs to confirm");
        // The Board decides all the same: it counts when each comment has its answer.
        var form = System.Text.RegularExpressions.Regex.Match(page, "/desk/decisions/new\\?[^\"]*about=plan%3A2017-18%3Acomments[^\"]*").Value;
        var seats = System.Text.RegularExpressions.Regex.Matches(await staff.GetStringAsync(form, Ct), "Input\\.Hands\\[([^]]+)\\]").Select(m => m.Groups[1].Value).Distinct().ToList();
        seats.Count.ShouldBe(9);
        (await staff.Submit(form, null, [.. seats.Select(s => ($"Input.Hands[{s}]", "For"))])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await network.Standing("2017-18")).Road[2].IsTaken.ShouldBeFalse("a comment has no disposition");

        var round = await network.RoundAbout("plan:2017-18:shared");
        foreach (var comment in await network.Db(db => RoundComments.Of(db, round.Id, Ct)))
            await staff.Submit($"/desk/rounds/{round.Id}/comments", $"/desk/rounds/{round.Id}/comments?handler=decide", ("Input.Comment", comment.Said.Id.ToString()), ("Input.Verdict", "Accepted"));
        (await network.Standing("2017-18")).Road[2].TakenOn.ShouldBe(new DateOnly(2017, 1, 22));
    }

    [Fact]
    public async Task Staff_open_the_round_for_comments_from_the_road_with_the_paper_in_it_to_the_letter()
    {
        await using var network = await WalkedRoad.To(new(2016, 12, 20));
        using var staff = await network.ClientAs(Role.Staff);
        var step = (await network.Standing("2017-18")).Road.Single(s => s.Step.Code == "shared").Step;

        var made = await staff.Submit($"/desk/plan/road/{step.Id}/round", null, ("Input.ClosesDay", "2017-01-20"), ("Input.ClosesTime", "17:00"));
        made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var open = made.Headers.Location!.OriginalString;
        (await staff.GetStringAsync(open, Ct)).ShouldContain("38 LEPs");
        (await staff.Submit(open)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var round = await network.RoundAbout("plan:2017-18:shared");
        (round.Kind, round.State, round.Latest.Subject).ShouldBe((RoundKind.Comment, RoundState.Open, "Operations plan 2017/18"));
        round.Latest.Text.Html.ShouldContain("Annual conference: £41,000");
        (await network.Standing("2017-18")).Road[1].TakenOn.ShouldBe(new DateOnly(2016, 12, 20));
        var twice = await staff.Submit($"/desk/plan/road/{step.Id}/round", null, ("Input.ClosesDay", "2017-01-21"));
        WebUtility.HtmlDecode(await twice.Content.ReadAsStringAsync(Ct)).ShouldContain("The round of this step is open already.");
    }

    [Fact]
    public async Task Government_is_recorded_by_hand_with_its_evidence_and_a_step_too_and_both_are_marked()
    {
        await using var network = await WalkedRoad.To(new(2017, 2, 1));
        using var staff = await network.ClientAs(Role.Staff);
        var step = (await network.Standing("2017-18")).Road.Single(s => s.Step.Code == "confirmation").Step;
        var page = $"/desk/plan/road/{step.Id}/confirmed/dclg";

        (await (await staff.Submit(page, null, ("Input.Amount", "120,000"))).Content.ReadAsStringAsync(Ct)).ShouldContain("Say how you know");
        (await staff.Submit(page, null, ("Input.Amount", "120,000"), ("Input.Evidence", "Letter of 1 February."), ("Input.On", "2017-02-01"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await staff.GetAsync($"/desk/plan/road/{step.Id}/confirmed/secretariat", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var last = (await network.Standing("2017-18")).Road[4].Step;
        (await (await staff.Submit($"/desk/plan/road/{last.Id}", null, ("Input.On", "2017-02-01"))).Content.ReadAsStringAsync(Ct)).ShouldContain("Give a link that shows it");
        (await staff.Submit($"/desk/plan/road/{last.Id}", null, ("Input.On", "2017-02-01"), ("Input.Evidence", "https://files.leps.example/minutes"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var road = WebUtility.HtmlDecode(await staff.GetStringAsync("/desk/plan/road", Ct));
        road.ShouldContain("confirmed £120,000 on 1 February 2017");
        road.ShouldContain("entered by hand by A staff");
    }

    [Fact]
    public async Task Who_confirms_another_amount_than_was_asked_for_is_named_on_the_road()
    {
        await using var network = await WalkedRoad.To(new(2017, 2, 20));
        var round = await network.RoundAbout("plan:2017-18:confirmation");
        using var staff = await network.ClientAs(Role.Staff);
        (await staff.GetStringAsync("/desk/plan/road", Ct)).ShouldNotContain("Another amount");
        var elector = await network.Db(db => db.Set<Elector>().AsNoTracking().OrderBy(e => e.Code).FirstAsync(e => e.Round == round.Id && db.Set<Response>().Any(r => r.Elector == e.Id), Ct));
        var voice = (await network.Db(db => WhoMayAnswer.On(db, elector, new(2017, 2, 20), Ct)))[0];

        await network.In(s => s.GetRequiredService<AnswerRound>().Run(round.Id, elector.Id, voice.Person, new GivenAnswer(Answer.Confirm, round.Latest.Hash) { AmountPence = 100 }, AnswerWay.Link, null, network.Now, Ct));

        var page = WebUtility.HtmlDecode(await staff.GetStringAsync("/desk/plan/road", Ct));
        page.ShouldContain("Another amount");
        page.ShouldContain($"{elector.Name} (£1)");
    }
}
