using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Conference;
using Secretariat.Events.Conference.Figures;
using Secretariat.Events.Conference.Programme;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Texts;
using Secretariat.Publishing.Items;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Events.Conference;

/// <summary>The programme, the map and its table, what is exported and what is forgotten.</summary>
public sealed class OnPaper
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_public_page_shows_the_programme_in_the_order_of_time_without_what_members_keep_to_themselves()
    {
        var (network, at) = await TheConference.Announced();
        await using var _ = network;
        async Task Add(string title, int from, int to, Circulation who, string room = "Great Hall", string? speakers = null) =>
            await network.In(s => s.GetRequiredService<WriteProgramme>().Add(at.Id, new(title, new(from, 0), new(to, 0), room, null, speakers, who), invented: false, TheNetwork.Staff, Ct));
        await Add("What comes next", 14, 15, Circulation.Public);
        await Add("The flood gates", 10, 12, Circulation.Public, speakers: "Ivo Strand, liaison officer");
        await Add("Chairs among themselves", 10, 11, Circulation.Members, speakers: "Ivo Strand, the river board");
        using var browser = network.Client();
        using var staff = await network.ClientAs(Role.Staff);

        var page = await browser.GetStringAsync($"/events/{at.Slug}", Ct);
        page.IndexOf("The flood gates", StringComparison.Ordinal).ShouldBeInRange(1, page.IndexOf("What comes next", StringComparison.Ordinal));
        page.ShouldContain("Ivo Strand, liaison officer");
        page.ShouldNotContain("among themselves");
        var desk = System.Net.WebUtility.HtmlDecode(await staff.GetStringAsync($"/desk/events/{at.Id}/programme", Ct));
        desk.ShouldContain("Great Hall is used twice");
        desk.ShouldContain("Ivo Strand speaks in two places");
        (await staff.Submit($"/desk/events/{at.Id}/programme", null, ("Input.Title", "Tea"), ("Input.Starts", "15:00"), ("Input.Ends", "14:00"))).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        (await staff.Submit($"/desk/events/{at.Id}/programme", null, ("Input.Title", "Tea"), ("Input.Starts", "15:00"), ("Input.Ends", "15:30"))).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_map_and_its_table_show_who_has_not_named_and_the_CSV_holds_no_formula()
    {
        var (network, at) = await TheConference.Offered(each: 2);
        await using var _ = network;
        await network.Named(at.Id);
        using var staff = await network.ClientAs(Role.Staff);

        var page = await staff.GetStringAsync($"/desk/events/{at.Id}/places", Ct);
        page.ShouldContain("1 of 2 named");
        page.ShouldContain("0 of 2 named");
        (await staff.GetStringAsync($"/desk/events/{at.Id}/places?handler=Csv", Ct)).ShouldContain("CRO,Crossmere,2,0,0,1,1,0");
        System.Text.Encoding.UTF8.GetString(CsvText.Of([["=1+1", " @x", "-2", -2, "a,\"b\""]])).TrimStart('\uFEFF').ShouldBe("'=1+1,' @x,'-2,-2,\"a,\"\"b\"\"\"\r\n");
        using var api = await staff.GetAsync($"/api/v1/events/{at.Id}/allocations", Ct);
    }

    [Fact]
    public async Task Who_is_erased_leaves_a_used_place_without_a_name_and_nothing_of_what_they_need()
    {
        var (network, at) = await TheConference.Offered(each: 2);
        await using var _ = network;
        var cro = await network.Of(at.Id, "CRO");
        var (maud, sunil) = (await network.PersonCalled("Maud Osier"), await network.PersonCalled("Sunil Heron"));
        await network.Names(n => n.Name(cro.Id, [new(null, null, null, "No nuts", maud)], new(sunil, "Sunil Heron"), network.Now, Ct));
        await network.In(s => s.GetRequiredService<WriteProgramme>().Add(at.Id, new("High streets", new(10, 0), new(11, 0), null, null, "Maud Osier, Crossmere"), false, TheNetwork.Staff, Ct));
        network.Clock.StopAt(new(2019, 1, 23, 9, 30, 0, TimeSpan.Zero));
        await network.In(async s => await s.GetRequiredService<CheckIn>().Run(at.Id, [(await network.TicketOf(at.Id, "Maud Osier")).Id], TheNetwork.Staff, network.Now, Ct));

        var export = await network.In(s => s.GetServices<IPersonalData>().OfType<TicketPersonalData>().Single().Export(maud, Ct));
        System.Text.Json.JsonSerializer.Serialize(export["event_ticket_needs"]).ShouldContain("No nuts");
        System.Text.Json.JsonSerializer.Serialize(export["event_speaks"]).ShouldContain("High streets");
        await network.In(s => s.GetRequiredService<ErasePerson>().Run(maud, TheNetwork.Staff, Ct));
        await network.In(s => s.GetRequiredService<ErasePerson>().Run(sunil, TheNetwork.Staff, Ct));

        await network.Db(async db =>
        {
            var ticket = await db.Set<Ticket>().AsNoTracking().SingleAsync(t => t.Event == at.Id, Ct);
            (ticket.Name, ticket.Email, ticket.Needs, ticket.Person, ticket.ThroughPerson).ShouldBe((Ticket.Former, "", null, null, null));
            ticket.Through.ShouldNotContain("Sunil");
            ticket.CheckedInAt.ShouldNotBeNull();
            (await db.Set<Secretariat.Events.Invitations.Invitee>().AsNoTracking().SingleAsync(i => i.Event == at.Id, Ct)).Name.ShouldNotContain("Maud");
            (await db.Set<ProgrammeSession>().AsNoTracking().SingleAsync(x => x.Event == at.Id, Ct)).Speakers.ShouldBe([ProgrammeSession.FormerSpeaker]);
        });
    }

    [Fact]
    public async Task Audiences_figures_and_timelines_know_of_tickets()
    {
        var (network, at) = await TheConference.Offered(each: 2);
        await using var _ = network;
        await network.Named(at.Id);
        var (maud, cro) = (await network.PersonCalled("Maud Osier"), (await network.Of(at.Id, "CRO")).Organisation);

        Task<List<string>> Names(string which) => network.Db(async db => { var ids = new TicketTerm().People(db, $"{at.Id:N}|{which}", TheDiary.Day.AddDays(-30)); return await db.Set<Secretariat.Members.People.Person>().Where(p => ids.Contains(p.Id)).OrderBy(p => p.SortName).Select(p => p.Name).ToListAsync(Ct); });
        (await Names("ticket")).ShouldBe(["Maud Osier"]);
        (await Names("unnamed")).ShouldBe(["Greta Sandpiper", "Hussein Lock", "Lionel Weir", "Odile Brook", "Percy Teal", "Sunil Heron"], ignoreOrder: true);
        (await network.In(s => s.GetServices<IFigures>().OfType<AllocationFigures>().Single().At(network.Now, Ct))).Select(f => f.Value).ShouldBe(["6", "1", "0"]);
        await network.Db(async db =>
        {
            var span = new TimelineSpan(network.Now.AddHours(1), 10, TimeZoneInfo.Utc);
            (await new TicketsTimeline().OfPerson(db, [maud], span, Ct)).ShouldHaveSingleItem().What.ShouldBe("named for a place at Conference of the Chambers");
            (await new TicketsTimeline().OfOrganisation(db, cro, span, Ct)).Select(l => l.What).ShouldBe(["offered 2 places at Conference of the Chambers", "Maud Osier named for Conference of the Chambers"], ignoreOrder: true);
        });
    }
}
