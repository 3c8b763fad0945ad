using System.Net;
using Secretariat.Platform.Access;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;
using Secretariat.Tests.Knowledge;

namespace Secretariat.Tests.Reporting;

public sealed class AYear
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_reads_its_year_on_a_page_and_nobody_elses()
    {
        await using var network = await Collected.Begin();
        await network.Shared("CRO");
        await network.Gives("CRO", "Odile Brook", 4);
        await network.WithInvitees();
        network.Clock.StopAt(network.Now.AddHours(1));
        var officer = await network.As(Practised.Officer);

        var page = await officer.GetStringAsync("/my/year", Ct);

        page.ShouldContain("Crossmere and Wye Chamber in 2018/19");
        page.ShouldContain("Shared a case: One key for every empty shop");
        page.ShouldContain("Signed its figures off: What chambers achieved");
        page.ShouldContain("Winter dinner");
        (await officer.GetAsync("/my/year?member=ALD", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await network.As("Percy Teal")).GetStringAsync("/my/year", Ct)).ShouldNotContain("One key for every empty shop");
        (await (await network.ClientAs(Role.Sponsor)).GetAsync("/my/year", Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await network.ClientAs(Role.Staff)).GetStringAsync("/desk/members/CRO/year", Ct)).ShouldContain("One key for every empty shop");
    }

    [Fact]
    public async Task What_happened_before_the_plans_year_is_not_in_it()
    {
        await using var network = await Collected.Begin();
        network.Clock.StopAt(new(2018, 9, 1, 9, 0, 0, TimeSpan.Zero));
        await network.Shared("CRO");
        network.Clock.StopAt(TheDiary.Now);

        (await (await network.As(Practised.Officer)).GetStringAsync("/my/year", Ct)).ShouldNotContain("One key for every empty shop");
    }
}
