using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Planning;
using Secretariat.Planning.Outcomes;
using Secretariat.Planning.Paper;
using Secretariat.Platform.Access;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Planning.Road;

/// <summary>The next year's plan: a copy, and a road of its own.</summary>
public sealed class RoadOf2018
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_next_plan_walks_its_own_road_with_one_member_that_declines_and_one_that_is_late()
    {
        await using var network = await WalkedRoad.To(new(2018, 3, 2));

        var next = await network.Standing("2018-19");
        next.Road.Select(s => s.TakenOn).ShouldBe([new DateOnly(2017, 12, 13), new(2018, 1, 4), new(2018, 1, 24), new(2018, 1, 30), new(2018, 3, 1)]);
        next.Outcomes.Single(o => o.Code == "O").DeliveredInWords.ShouldBe("1 of 1");
        var confirms = await network.RoundAbout("plan:2018-19:confirmation");
        (confirms.Counted!.Of(Stand.Confirms), confirms.Counted.Of(Stand.Declines), confirms.Counted.Of(Stand.Silent)).ShouldBe((36, 1, 1));
        using var staff = await network.ClientAs(Role.Staff);
        var page = WebUtility.HtmlDecode(await staff.GetStringAsync("/desk/plan/road", Ct));
        page.ShouldContain("Operations plan 2018/19: its road");
        page.ShouldContain("kept, and not counted");
        WebUtility.HtmlDecode(await staff.GetStringAsync("/desk/plan/road?year=2017-18", Ct)).ShouldContain("Operations plan 2017/18: its road");

        // Until its year begins the plan that stands is the plan.
        (await network.In(s => s.GetRequiredService<Standings>().On(new(2018, 3, 31), Ct)))!.Plan.Year.Code.ShouldBe("2017-18");
        (await network.In(s => s.GetRequiredService<Standings>().On(new(2018, 4, 1), Ct)))!.Plan.Year.Code.ShouldBe("2018-19");
        (await staff.GetStringAsync("/desk", Ct)).ShouldContain("Operations plan 2017/18");
        (await network.Client().GetStringAsync("/plan", Ct)).ShouldContain("Operations plan 2017/18");
    }

    [Fact]
    public async Task Staff_begin_the_next_plan_as_a_copy_and_the_one_that_stands_is_left_as_it_is()
    {
        await using var network = await WalkedRoad.To(new(2017, 3, 2));
        using var staff = await network.ClientAs(Role.Staff);
        var before = await network.Standing("2017-18");
        WebUtility.HtmlDecode(await staff.GetStringAsync("/desk/plan/next", Ct)).ShouldContain("Begin the Operations plan 2018/19");

        (await staff.Submit("/desk/plan/next")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var (old, next) = (await network.PlanOf(2017), await network.PlanOf(2018));
        (next.Title, next.CopiedFrom).ShouldBe(("Operations plan 2018/19", old.Id));
        var copy = await network.Standing("2018-19");
        copy.Outcomes.Select(o => (o.Code, o.Title, o.Measure)).ShouldBe(before.Outcomes.Select(o => (o.Code, o.Title, o.Measure)));
        copy.Outcomes.Single(o => o.Code == "A.iii").Progress.Dates.Count.ShouldBe(22);
        copy.Dates.ShouldAllBe(d => d.Date.Year >= 2018);
        // 14 December 2017 and 1 March 2018 are Thursdays; nothing of it is taken.
        copy.Road.Select(s => s.Step.Date).ShouldBe([new DateOnly(2017, 12, 14), new(2018, 1, 5), new(2018, 1, 25), new(2018, 1, 31), new(2018, 3, 1)]);
        copy.Road.ShouldAllBe(s => !s.IsTaken);
        (await network.Db(db => db.Set<PlanCost>().Where(c => c.Plan == next.Id).Select(c => c.Amount.Pence).SumAsync(Ct))).ShouldBe(43_072_100);
        (await network.Standing("2017-18")).Outcomes.Select(o => o.Progress.Dates.Count).ShouldBe(before.Outcomes.Select(o => o.Progress.Dates.Count));

        var second = await staff.Forge("/desk/plan/next", "/desk/plan/next", ("from", old.Id.ToString()));
        WebUtility.HtmlDecode(await second.Content.ReadAsStringAsync(Ct)).ShouldContain("There is a plan for 2018/19 already.");
        // Its rows are changed on their own pages, and the plan that stands is not.
        (await staff.Submit("/desk/plan/A.iii/edit?year=2018-19", null, ("Input.Title", "Bulletins, shorter"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await network.Standing("2018-19")).Outcomes.Single(o => o.Code == "A.iii").Title.ShouldBe("Bulletins, shorter");
        (await network.Standing("2017-18")).Outcomes.Single(o => o.Code == "A.iii").Title.ShouldBe("Bulletins to LEPs");
    }

    [Theory]
    [InlineData("2018-03-30", "2018-04-03")]
    [InlineData("2018-04-01", "2018-04-03")]
    [InlineData("2018-04-03", "2018-04-03")]
    public void A_step_that_falls_on_a_day_off_is_on_the_next_working_day(string falls, string on) =>
        CopyPlan.Worked(DateOnly.Parse(falls), new HashSet<DateOnly> { new(2018, 3, 30), new(2018, 4, 2) }).ShouldBe(DateOnly.Parse(on));

    [Theory]
    [InlineData("Operations plan 2017/18", "Operations plan 2018/19")]
    [InlineData("What we do", "What we do 2018/19")]
    public void The_copy_is_named_for_its_year(string title, string copy) => CopyPlan.TitleOf(new Plan(title, new(new(2017, 4, 1)))).ShouldBe(copy);
}
