using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Conference;
using Secretariat.Platform.Data;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Events.Conference;

/// <summary>Whoever wants a place when there is none: first come, first served.</summary>
public sealed class OneWaitingList
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_place_given_back_goes_to_the_first_who_waits_and_not_to_whoever_comes_later()
    {
        var (network, at) = await TheConference.Offered(each: 1);
        await using var _ = network;
        (await network.Asks(at.Id, "Ada Winstanley")).ShouldBe(PlaceAsked.Waits);
        (await network.Asks(at.Id, "Bertram Coe")).ShouldBe(PlaceAsked.Waits);
        var cro = await network.Of(at.Id, "CRO");

        await network.Names(n => n.GiveBack(cro.Id, 1, TheNetwork.Staff, network.Now, Ct));
        (await network.Asks(at.Id, "Clemency Ward")).ShouldBe(PlaceAsked.Waits);

        var ada = await network.Waits(at.Id, "Ada Winstanley");
        (ada.State, ada.Until).ShouldBe((WaitState.Offered, network.Now.AddHours(48)));
        (await network.Letters()).ShouldContain(l => l.To == "ada.winstanley@visitors.example" && l.Subject.StartsWith("A place is free for you"));
        using var browser = network.Client();
        var link = $"/a/place/{network.Services.GetRequiredService<TicketTokens>().Place(ada.Id)}";
        (await browser.GetStringAsync(link, Ct)).ShouldContain("a place is kept for you until Wednesday 5 December 2018");
        (await browser.Submit(link, null, ("Input.Takes", "true"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await network.TicketOf(at.Id, "Ada Winstanley")).Allocation.ShouldBeNull();
        (await network.Waits(at.Id, "Bertram Coe")).State.ShouldBe(WaitState.Waiting);
        await network.ShouldAddUp(at.Id);
    }

    [Fact]
    public async Task An_offer_that_nobody_takes_goes_to_the_next_after_two_days_by_itself()
    {
        var (network, at) = await TheConference.Offered(each: 1);
        await using var _ = network;
        await network.Asks(at.Id, "Ada Winstanley");
        await network.Asks(at.Id, "Bertram Coe");
        await network.Names(async n => await n.GiveBack((await network.Of(at.Id, "CRO")).Id, 1, TheNetwork.Staff, network.Now, Ct));

        await network.MoveTo(network.Now.AddHours(49));

        var ada = await network.Waits(at.Id, "Ada Winstanley");
        ada.State.ShouldBe(WaitState.Lapsed);
        (await Should.ThrowAsync<RuleBroken>(() => network.In(s => s.GetRequiredService<AskForPlace>().Accept(ada.Id, TheNetwork.Staff, network.Now, Ct)))).Message.ShouldContain("the place went to the next");
        (await network.Waits(at.Id, "Bertram Coe")).State.ShouldBe(WaitState.Offered);
        (await network.Asks(at.Id, "Ada Winstanley")).ShouldBe(PlaceAsked.Waits, "whoever asks again comes after those who wait");
        await network.ShouldAddUp(at.Id);
    }

    [Fact]
    public async Task Who_lets_an_offer_go_or_gives_a_ticket_up_leaves_it_to_the_next()
    {
        var (network, at) = await TheConference.Offered(each: 1, share: 1);
        await using var _ = network;
        (await network.Asks(at.Id, "Ada Winstanley")).ShouldBe(PlaceAsked.Ticket);
        foreach (var name in new[] { "Bertram Coe", "Clemency Ward" }) await network.Asks(at.Id, name);

        await network.Names(async n => await n.Clear((await network.TicketOf(at.Id, "Ada Winstanley")).Id, TheNetwork.Staff, network.Now, Ct));
        var bertram = await network.Waits(at.Id, "Bertram Coe");
        bertram.State.ShouldBe(WaitState.Offered);
        await network.In(s => s.GetRequiredService<AskForPlace>().Leave(bertram.Id, TheNetwork.Staff, network.Now, Ct));

        (await network.Waits(at.Id, "Clemency Ward")).State.ShouldBe(WaitState.Offered);
        await network.ShouldAddUp(at.Id);
    }

    [Fact]
    public async Task Unnamed_places_are_taken_back_after_their_day_and_not_before()
    {
        var (network, at) = await TheConference.Offered(each: 2);
        await using var _ = network;
        await network.Named(at.Id);
        await network.Asks(at.Id, "Ada Winstanley");

        (await Should.ThrowAsync<RuleBroken>(() => network.Names(n => n.TakeBack(at.Id, null, new(2019, 1, 9), TheNetwork.Staff, network.Now, Ct)))).Message.ShouldContain("Members have until Wednesday 9 January 2019");
        network.Clock.StopAt(new(2019, 1, 10, 9, 0, 0, TimeSpan.Zero));
        using var staff = await network.ClientAs(Secretariat.Platform.Access.Role.Staff);
        (await staff.GetStringAsync("/desk", Ct)).ShouldContain("5 places without a name, of 3");
        (await staff.Submit($"/desk/events/{at.Id}/places", $"/desk/events/{at.Id}/places?handler=TakeBack")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await network.Of(at.Id, "CRO")).Held.ShouldBe(1, "the one with a name stays");
        (await network.Places(at.Id)).Share.ShouldBe(5);
        (await network.Waits(at.Id, "Ada Winstanley")).State.ShouldBe(WaitState.Offered);
        await network.ShouldAddUp(at.Id);
    }

    [Fact]
    public async Task Visitors_ask_on_the_website_where_everybody_may_and_are_told_the_same_when_they_have_one_already()
    {
        var (network, at) = await TheConference.Offered(share: 1);
        await using var _ = network;
        using var browser = network.Client();
        var page = $"/events/{at.Slug}/place";

        (await browser.GetStringAsync($"/events/{at.Slug}", Ct)).ShouldContain(page);
        (await (await browser.Submit(page, null, ("Input.Name", "Ada"), ("Input.Email", "nobody"))).Content.ReadAsStringAsync(Ct)).ShouldContain("is not an e-mail address");
        for (var n = 0; n < 2; n++) (await browser.Submit(page, null, ("Input.Name", "Ada Winstanley"), ("Input.Email", "ada@visitors.example"))).Headers.Location!.ToString().ShouldBe(page + "?asked=true");
        (await network.Db(db => db.Set<Ticket>().CountAsync(t => t.Event == at.Id, Ct))).ShouldBe(1);

        await network.Offer(o => o.Set(at.Id, 1, forPublic: false, TheDiary.Day.AddDays(-14), TheNetwork.Staff, network.Now, Ct));
        (await browser.GetAsync(page, Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Should.ThrowAsync<RuleBroken>(() => network.Asks(at.Id, "Bertram Coe"))).Message.ShouldContain("No places are offered");
    }

    [Fact]
    public async Task A_member_person_without_a_place_of_the_member_asks_signed_in()
    {
        var (network, at) = await TheConference.Offered(share: 1);
        await using var _ = network;
        using var maud = await network.ClientOf(await network.PersonCalled("Maud Osier"), "Maud Osier");

        (await maud.Submit("/my/conference", null, ("Input.Needs", "Vegan"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var ticket = await network.TicketOf(at.Id, "Maud Osier");
        (ticket.Needs, ticket.Allocation).ShouldBe(("Vegan", null));
        ticket.Organisation.ShouldNotBeNull();
        (await maud.GetStringAsync("/my/conference", Ct)).ShouldContain("You have a ticket");
        await network.ShouldAddUp(at.Id);
    }
}
