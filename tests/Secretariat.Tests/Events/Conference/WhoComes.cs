using System.Net;
using Secretariat.Events.Conference;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Events.Conference;

/// <summary>A member holds places and names people later, swaps them and gives places back.</summary>
public sealed class WhoComes
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_chief_executive_names_a_colleague_and_somebody_new_and_each_gets_a_ticket()
    {
        var (network, at) = await TheConference.Offered();
        await using var _ = network;
        using var sunil = await network.ClientOf(await network.PersonCalled("Sunil Heron"), "Sunil Heron");
        var page = $"/my/conference/{(await network.Of(at.Id, "CRO")).Id}";

        (await sunil.GetStringAsync("/my/conference", Ct)).ShouldContain("0 of 4 named");
        var refused = await sunil.Submit(page, null, ("Input.Rows[0].Name", "Kit Barrow"));
        (await refused.Content.ReadAsStringAsync(Ct)).ShouldContain("Give the e-mail address of Kit Barrow");
        (await sunil.Submit(page, null, ("Input.Rows[0].Person", $"{await network.PersonCalled("Maud Osier")}"), ("Input.Rows[1].Name", "Kit Barrow"), ("Input.Rows[1].Email", "kit.barrow@crossmere.example"), ("Input.Rows[1].Needs", "No nuts"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var letters = (await network.Letters()).Where(l => l.Subject.StartsWith("Your ticket")).ToList();
        letters.Select(l => l.To).ShouldBe(["maud.osier@crossmere.example", "kit.barrow@crossmere.example"], ignoreOrder: true);
        var kit = await network.TicketOf(at.Id, "Kit Barrow");
        var letter = letters.Single(l => l.To.StartsWith("kit"));
        letter.Source.ShouldContain(kit.Code);
        letter.Source.ShouldContain("text/calendar");
        (kit.Needs, kit.Through, kit.Person).ShouldBe(("No nuts", "Sunil Heron", null));
        (await network.TicketOf(at.Id, "Maud Osier")).Person.ShouldNotBeNull();
        (await sunil.GetStringAsync("/my/conference", Ct)).ShouldContain("2 of 4 named");
    }

    [Fact]
    public async Task Only_who_speaks_for_a_member_names_its_people_their_PA_too_and_nobody_for_another()
    {
        var (network, at) = await TheConference.Offered();
        await using var _ = network;
        var (ald, cro) = (await network.Of(at.Id, "ALD"), await network.Of(at.Id, "CRO"));
        using var nuala = await network.ClientOf(await network.PersonCalled("Nuala Ferris"), "Nuala Ferris");
        using var maud = await network.ClientOf(await network.PersonCalled("Maud Osier"), "Maud Osier");

        (await nuala.Submit($"/my/conference/{ald.Id}", null, ("Input.Rows[0].Name", "Kit Barrow"), ("Input.Rows[0].Email", "kit@aldermouth.example"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await nuala.GetAsync($"/my/conference/{cro.Id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await maud.GetAsync($"/my/conference/{cro.Id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "an officer does not speak for the member");
        (await network.TicketOf(at.Id, "Kit Barrow")).Through.ShouldBe("Nuala Ferris");
    }

    [Fact]
    public async Task A_swapped_person_is_told_that_the_place_is_somebody_elses_and_the_old_code_opens_nothing()
    {
        var (network, at) = await TheConference.Offered();
        await using var _ = network;
        var maud = await network.Named(at.Id);

        await network.Names(n => n.Swap(maud.Id, new("Kit Barrow", "kit.barrow@crossmere.example"), TheNetwork.Staff, network.Now, Ct));

        var letters = await network.Letters();
        letters.ShouldContain(l => l.To == "maud.osier@crossmere.example" && l.Subject.StartsWith("Somebody else comes") && l.Source.Contains("METHOD:CANCEL"));
        letters.ShouldContain(l => l.To == "kit.barrow@crossmere.example" && l.Subject.StartsWith("Your ticket"));
        (await network.TicketOf(at.Id, "Kit Barrow")).Code.ShouldNotBe(maud.Code);
        using var browser = network.Client();
        (await browser.GetStringAsync($"/a/ticket/{network.Services.GetRequiredService<TicketTokens>().Ticket(maud.Id)}", Ct)).ShouldContain("The place is somebody else’s now");
        await network.ShouldAddUp(at.Id);
    }

    [Fact]
    public async Task Nobody_gets_two_tickets_and_no_member_names_more_than_it_holds()
    {
        var (network, at) = await TheConference.Offered(each: 1);
        await using var _ = network;
        await network.Named(at.Id);

        (await Should.ThrowAsync<RuleBroken>(() => network.Named(at.Id, "Kit Barrow", "kit@crossmere.example"))).Message.ShouldBe("The one place has a name.");
        (await Should.ThrowAsync<RuleBroken>(() => network.Named(at.Id, "M. Osier", "MAUD.OSIER@crossmere.example", "BRK"))).Message.ShouldContain("has a ticket for it already");
    }

    [Fact]
    public async Task Whoever_holds_a_ticket_says_what_they_need_and_gives_it_up_by_its_link_and_the_place_stays_the_members()
    {
        var (network, at) = await TheConference.Offered(each: 1);
        await using var _ = network;
        var maud = await network.Named(at.Id);
        var link = $"/a/ticket/{network.Services.GetRequiredService<TicketTokens>().Ticket(maud.Id)}";
        using var browser = network.Client();

        (await browser.GetAsync(link + ".png", Ct)).Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        (await browser.Submit(link, null, ("Input.Needs", "Vegan"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await network.TicketOf(at.Id, "Maud Osier")).Needs.ShouldBe("Vegan");
        (await browser.Submit(link, null, ("Input.GiveUp", "true"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await browser.GetStringAsync(link, Ct)).ShouldContain("The place was given up");
        await network.Named(at.Id, "Kit Barrow", "kit@crossmere.example");
        await network.ShouldAddUp(at.Id);
    }

    [Fact]
    public async Task The_weekly_letter_asks_a_chief_executive_and_their_PA_who_comes_until_all_have_a_name_or_the_day_is_over()
    {
        var (network, at) = await TheConference.Offered(each: 1);
        await using var _ = network;
        async Task<IReadOnlyList<Ask>> Open(DateTimeOffset now) => [.. (await network.In(async s => { List<Ask> all = []; foreach (var ask in s.GetServices<IAsk>().Where(a => a.Kind == TicketAsks.KindName)) all.AddRange(await ask.Open(s.GetRequiredService<Db>(), null, now, Ct)); return all; })).OrderBy(a => a.Name, StringComparer.Ordinal)];

        (await Open(network.Now)).Select(a => a.Name).ShouldBe(["Lionel Weir", "Nuala Ferris", "Percy Teal", "Sunil Heron"]);
        await network.Named(at.Id);
        (await Open(network.Now)).ShouldNotContain(a => a.Name == "Sunil Heron");
        (await Open(new DateTimeOffset(2019, 1, 9, 18, 0, 0, TimeSpan.Zero))).ShouldBeEmpty();

        var ask = (await Open(network.Now)).First(a => a.Name == "Percy Teal");
        using var browser = network.Client();
        var link = network.Services.GetServices<IAsk>().Single(a => a.Kind == TicketAsks.KindName).Link(ask.Key, ask.Person);
        (await browser.Submit(link, null, ("Input.Rows[0].Name", "Kit Barrow"), ("Input.Rows[0].Email", "kit@brackwater.example"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await network.TicketOf(at.Id, "Kit Barrow")).Through.ShouldBe("Percy Teal");
    }
}
