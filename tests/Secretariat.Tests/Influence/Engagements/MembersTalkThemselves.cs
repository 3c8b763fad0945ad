using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Influence.Engagements;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Influence.Engagements;

/// <summary>Members talk to government themselves, and whoever would do so for the network sees it first.</summary>
public sealed class MembersTalkThemselves
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Before_a_contact_is_logged_the_page_shows_which_members_already_talk_to_them()
    {
        await using var network = await InTouch.Begin();
        var sunil = await network.PersonCalled("Sunil Heron");
        using var heron = await network.ClientOf(sunil, "Sunil Heron");
        (await heron.Submit("/my/influence", null, ("Input.Organisation", $"{await network.Body("river-board")}"), ("Input.About", "The new weir"), ("Input.Who", "our chief executive and their engineer"), ("Input.Last", "2018-11-20"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var staff = await network.ClientAs(Role.Staff);
        await staff.Submit("/desk/influence/organisations/river-board", "/desk/influence/organisations/river-board?handler=Talk", ("Talk.Member", $"{await network.Body("BRK")}"), ("Talk.About", "Dredging"));

        foreach (var page in new[] { "/desk/influence/engagements/new?organisation=river-board", "/desk/influence/organisations/river-board" })
        {
            var shown = await staff.GetStringAsync(page, Ct);
            shown.ShouldContain("2 members talk to them already");
            shown.ShouldContain("The new weir");
            shown.ShouldContain("written down by");
        }
        (await heron.GetStringAsync("/my/influence", Ct)).ShouldNotContain("Dredging");
    }

    [Fact]
    public async Task A_member_ends_its_own_and_nobody_elses()
    {
        await using var network = await InTouch.Begin();
        var talk = new MemberTalk(await network.Body("BRK"), await network.Body("river-board"), "Dredging", null, null, null, "staff", network.Today(), network.Now);
        await network.Has(talk);
        using var heron = await network.ClientOf(await network.PersonCalled("Sunil Heron"), "Sunil Heron");
        using var teal = await network.ClientOf(await network.PersonCalled("Percy Teal"), "Percy Teal");

        (await heron.Forge("/my/influence", "/my/influence?handler=end", ("id", $"{talk.Id}"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await teal.Submit("/my/influence", "/my/influence?handler=end", ("id", $"{talk.Id}"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await network.Db(db => db.Set<MemberTalk>().AsNoTracking().SingleAsync(Ct))).EndedOn.ShouldBe(network.Today());
        using var staff = await network.ClientAs(Role.Staff);
        (await staff.GetStringAsync("/desk/influence/organisations/river-board", Ct)).ShouldNotContain("Dredging");
    }

    [Fact]
    public async Task Members_see_when_the_network_was_last_in_touch_and_not_what_the_desk_noted()
    {
        await using var network = await InTouch.Begin();
        await network.Logs(said: "They are cross about the levy.");
        using var heron = await network.ClientOf(await network.PersonCalled("Sunil Heron"), "Sunil Heron");

        var page = await heron.GetStringAsync("/my/influence", Ct);

        page.ShouldContain("Guild of Smiths");
        page.ShouldNotContain("cross about the levy");
    }

    [Fact]
    public async Task A_contact_is_found_stands_on_the_timelines_and_leaves_with_who_was_there()
    {
        await using var network = await InTouch.Begin();
        var marsh = await network.PersonCalled("Ottoline Marsh");
        var contact = await network.Logs(said: "Zephyrs and other winds.", promises: [new(marsh, "Send the figures", network.Today().AddDays(3))]);
        using var staff = await network.ClientAs(Role.Staff);

        (await staff.GetStringAsync("/desk/find?q=zephyrs", Ct)).ShouldContain($"/desk/influence/engagements/{contact.Id}");
        (await staff.GetStringAsync("/desk/members/smithy/timeline", Ct)).ShouldContain("The network was in contact");
        (await staff.GetStringAsync($"/desk/people/{marsh}/timeline", Ct)).ShouldContain("Took part in a contact with Guild of Smiths");
        var held = await network.In(s => s.GetServices<IPersonalData>().OfType<EngagementPersonalData>().Single().Export(marsh, Ct));
        ((System.Collections.ICollection)held["promises"]!).Count.ShouldBe(1);

        await network.In(s => s.GetRequiredService<ErasePerson>().Run(marsh, TheNetwork.Staff, Ct));

        (await network.Db(db => db.Set<EngagementPerson>().Select(p => p.Name).SingleAsync(Ct))).ShouldBe("somebody whose name was erased");
        (await network.Db(db => db.Set<Promise>().Select(p => p.Person).SingleAsync(Ct))).ShouldBeNull();
        (await network.Db(db => db.Set<Engagement>().CountAsync(Ct))).ShouldBe(1);
    }
}
