using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Attendance;
using Secretariat.Events.Diary;
using Secretariat.Events.Invitations;
using Secretariat.Funding.Deals;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Publishing.News;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Funding.Deals;

public sealed class BenefitsProven
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private static Task<IReadOnlyList<Evidence>> Evidence(TheNetwork network) => network.In(s => s.GetServices<IEvidence>().OfType<DealsAgreed>().Single().Between(new(2018, 10, 1), new(2019, 9, 30), Ct));

    [Fact]
    public async Task A_story_proves_a_benefit_for_as_long_as_everybody_can_read_it()
    {
        await using var network = await TheDiary.Begin();
        var deal = await network.Begins();
        await network.Moves(deal.Id, DealStage.Agreed);
        var benefit = await network.Promises(deal.Id);
        var (item, story) = await network.HasStory();
        (await Should.ThrowAsync<RuleBroken>(() => network.Moves(deal.Id, DealStage.Delivered))).Message.ShouldContain("not proven yet");

        await network.Shows(benefit.Id, $"news:{story.Id}");

        (await network.Stand(benefit.Id)).Shown!.Open.ShouldBe(story.Path);
        (await Evidence(network)).ShouldContain(e => e.Code == DealsAgreed.Delivered && e.Href == story.Path && e.EnteredBy == null);
        await network.Moves(deal.Id, DealStage.Delivered);

        await network.In(s => s.GetRequiredService<TakeOffWebsite>().Run(item.Id, "It named the wrong harbour.", TheNetwork.Staff, Ct));

        var now = await network.Stand(benefit.Id);
        (now.IsProven, now.IsGone).ShouldBe((false, true));
        (await Evidence(network)).ShouldNotContain(e => e.Code == DealsAgreed.Delivered);
        using var staff = await network.ClientAs(Role.Staff);
        var page = WebUtility.HtmlDecode(await staff.GetStringAsync($"/desk/funding/deals/{deal.Id}", Ct));
        page.ShouldContain("not there any more");
        page.ShouldContain("It was delivered, and one benefit is not shown by anything now");
        (await network.In(s => s.GetServices<IToday>().OfType<FundingToday>().Single().For(new(2018, 12, 19), Ct))).ShouldContain(t => t.Fact.Contains("not there any more"));
    }

    [Fact]
    public async Task Nothing_that_is_not_public_sent_or_held_can_be_chosen()
    {
        await using var network = await TheDiary.Begin();
        var deal = await network.Begins();
        var benefit = await network.Promises(deal.Id);
        var at = await network.Announced();

        foreach (var thing in new[] { $"event-held:{at.Id}", $"event-page:{at.Id}", $"news:{Guid.CreateVersion7()}", $"newsletter:{at.Id}", $"page:{at.Id}", $"publication:{at.Id}", $"bulletin:{at.Id}", "made-up:1", "", null })
            (await Should.ThrowAsync<RuleBroken>(() => network.Shows(benefit.Id, thing!))).Field.ShouldBe("Thing");
    }

    [Fact]
    public async Task An_event_proves_it_from_when_it_was_held_until_that_is_taken_back()
    {
        await using var network = await TheDiary.Begin();
        var deal = await network.Begins();
        await network.Moves(deal.Id, DealStage.Agreed);
        var benefit = await network.Promises(deal.Id, "Thanked at the dinner");
        var at = await network.WithInvitees();
        network.Clock.StopAt(at.When.EndsAt.AddHours(10));
        var guests = await network.Db(db => db.Set<Invitee>().AsNoTracking().Where(i => i.Event == at.Id).ToListAsync(Ct));
        await network.In(s => s.GetRequiredService<TakeAttendance>().Run(at.Id, guests.ToDictionary(g => g.Id, _ => Presence.There), [], TheNetwork.Staff, network.Now, Ct));

        await network.Shows(benefit.Id, $"event-held:{at.Id}");

        var shown = (await network.Stand(benefit.Id)).Shown!;
        (shown.On, shown.Open).ShouldBe((TheDiary.Day, null));
        await network.Db(async db =>
        {
            (await db.Set<Event>().SingleAsync(e => e.Id == at.Id, Ct)).Unhold();
            await db.Save(TheNetwork.Staff, "Take back", Ct);
        });
        (await network.Stand(benefit.Id)).IsGone.ShouldBeTrue();
    }

    [Fact]
    public async Task Entered_by_hand_it_needs_a_day_and_what_shows_it_and_says_who_entered_it_everywhere()
    {
        await using var network = await TheDiary.Begin();
        var deal = await network.Begins();
        await network.Moves(deal.Id, DealStage.Agreed);
        var benefit = await network.Promises(deal.Id, "A flag on the ferry");
        using var staff = await network.ClientAs(Role.Staff);
        var (page, act) = ($"/desk/funding/deals/{deal.Id}", $"/desk/funding/deals/{deal.Id}?handler=ByHand");

        WebUtility.HtmlDecode(await (await staff.Submit(page, act, ("Input.HandWords", "It flew."), ("Input.HandOn", "2018-12-01"))).Content.ReadAsStringAsync(Ct)).ShouldContain("a file or a link");
        WebUtility.HtmlDecode(await (await staff.Submit(page, act, ("Input.HandWords", "It flew."), ("Input.HandOn", "2018-12-09"), ("Input.Link", "https://ferryline.example/flag"))).Content.ReadAsStringAsync(Ct)).ShouldContain("still to come");
        (await staff.Submit(page, act, ("Input.HandWords", "It flew."), ("Input.HandOn", "2018-12-01"), ("Input.Link", "https://ferryline.example/flag"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var shown = WebUtility.HtmlDecode(await staff.GetStringAsync(page, Ct));
        shown.ShouldContain("entered by hand by A staff");
        (await Evidence(network)).ShouldContain(e => e.Code == DealsAgreed.Delivered && e.EnteredBy!.StartsWith("A staff"));
        using var sponsor = await network.AsSponsor();
        WebUtility.HtmlDecode(await sponsor.GetStringAsync("/my/sponsorship", Ct)).ShouldContain("entered by hand by the team");
        (await network.Stand(benefit.Id)).IsProven.ShouldBeTrue();
        (await staff.Submit(page, $"/desk/funding/deals/{deal.Id}?handler=TakeOff")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await network.Stand(benefit.Id)).IsProven.ShouldBeFalse();
    }

    [Fact]
    public async Task A_sponsor_sees_its_own_agreed_deals_without_the_teams_notes_and_nothing_else()
    {
        await using var network = await TheDiary.Begin();
        var (agreed, talked) = (await network.Begins(Sponsored.Draft() with { Notes = "They are stingy." }), await network.Begins(Sponsored.Draft() with { Title = "A bigger boat" }));
        await network.Moves(agreed.Id, DealStage.Agreed);
        await network.Promises(agreed.Id);
        await network.Has(new Secretariat.Members.Organisations.Organisation("rival", "Rival Line", Secretariat.Members.Organisations.OrganisationKind.Sponsor));
        using var sponsor = await network.AsSponsor();
        using var rival = await network.AsSponsor("rival");

        var page = WebUtility.HtmlDecode(await sponsor.GetStringAsync("/my/sponsorship", Ct));

        page.ShouldContain("Sponsor of the regatta dinner");
        page.ShouldContain("Named in the news");
        foreach (var hidden in new[] { "stingy", "A bigger boat", "/my/rounds", "/my/practice" }) page.ShouldNotContain(hidden);
        WebUtility.HtmlDecode(await rival.GetStringAsync("/my/sponsorship", Ct)).ShouldContain("Nothing is agreed");
        foreach (var shut in new[] { "/my", "/my/rounds", "/my/funding", "/my/plan", "/my/events", "/desk/funding", $"/desk/funding/deals/{agreed.Id}" }) (await sponsor.GetAsync(shut, Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, shut);
        using var chair = await network.ClientAs(Role.Chair);
        (await chair.GetAsync("/my/sponsorship", Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        _ = talked;
    }
}
