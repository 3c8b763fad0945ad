using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Decisions;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Access;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Planning.Road;

/// <summary>A step for which members are asked, or the Board decides, a second time.</summary>
public sealed class AskedAgain
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_round_that_is_closed_members_may_be_asked_again_and_not_while_one_is_open()
    {
        await using var network = await WalkedRoad.To(new(2017, 1, 26));
        var step = (await network.Standing("2017-18")).Road.Single(s => s.Step.Code == "shared").Step;
        using var staff = await network.ClientAs(Role.Staff);
        var page = $"/desk/plan/road/{step.Id}/round";

        using var drafted = await staff.Submit(page);
        drafted.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await staff.Submit(drafted.Headers.Location!.OriginalString, null, ("Tell", "now"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        WebUtility.HtmlDecode(await (await staff.Submit(page)).Content.ReadAsStringAsync(Ct)).ShouldContain("is open already");
        (await network.Db(db => db.Set<Round>().Where(r => r.About == "plan:2017-18:shared").OrderBy(r => r.OpenedAt).Select(r => r.State).ToListAsync(Ct))).ShouldBe([RoundState.Closed, RoundState.Open]);
    }

    [Fact]
    public async Task Of_two_decisions_about_one_step_on_one_day_the_one_that_was_written_down_last_is_the_Boards_last_word()
    {
        await using var network = await WalkedRoad.To(new(2016, 12, 14));
        var considered = (await network.Standing("2017-18")).Road.Single(s => s.Step.Code == "considered");
        considered.TakenOn.ShouldBe(new DateOnly(2016, 12, 14));

        await network.In(async s =>
        {
            var (day, verb) = (new DateOnly(2016, 12, 14), s.GetRequiredService<TakeDecision>());
            var seats = await TakeDecision.Seats(s.GetRequiredService<Secretariat.Platform.Data.Db>(), day, Ct);
            // Its id would come first, if ids were an order.
            await verb.Run(new HandsShown(day, "On second thoughts, not yet.", considered.Step.Rule, seats.ToDictionary(c => c.Code, c => c.MayVote ? Hand.Against : Hand.Absent)) { Id = new Guid("00000000-0000-7000-8000-000000000001"), About = "plan:2017-18:considered" }, TheNetwork.Staff, network.Now, Ct);
        });

        (await network.Standing("2017-18")).Road.Single(s => s.Step.Code == "considered").IsTaken.ShouldBeFalse();
    }
}
