using System.Net;
using Microsoft.EntityFrameworkCore;
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
}
