using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Deliveries;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Members.People;

public sealed class PeopleOnTheDesk
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("q=sandp", "Greta Sandpiper")]
    [InlineData("q=TOMAS", "Tomás Reed")]
    [InlineData("q=odile.brook@", "Odile Brook")]
    [InlineData("organisation=brackwater&role=chief-executive", "Percy Teal")]
    [InlineData("organisation=CRO&role=officer", "Maud Osier")]
    public async Task Somebody_is_found_by_name_address_organisation_or_position(string query, string name)
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        await network.MoveTo(new DateTimeOffset(2018, 10, 16, 8, 0, 0, TimeSpan.Zero));
        using var staff = await network.ClientAs(Role.Staff);

        var page = await staff.GetStringAsync($"/desk/people?{query}", Ct);

        page.ShouldContain("1 person found.");
        page.ShouldContain(name);
    }

    [Fact]
    public async Task The_list_goes_on_page_by_page_and_shows_each_person_once()
    {
        await using var network = await TheNetwork.Begin("packs/lep-network");
        using var staff = await network.ClientAs(Role.Staff);
        var seen = new List<string>();
        for (var address = "/desk/people"; ;)
        {
            var page = await staff.GetStringAsync(address, Ct);
            seen.AddRange(System.Text.RegularExpressions.Regex.Matches(page, "<th scope=\"row\"><a href=\"/desk/people/([0-9a-f-]{36})\"").Select(m => m.Groups[1].Value));
            if (System.Text.RegularExpressions.Regex.Match(page, "href=\"([^\"]+)\" rel=\"next\"") is not { Success: true } next) break;
            address = WebUtility.HtmlDecode(next.Groups[1].Value);
        }

        seen.Count.ShouldBe(385);
        seen.Distinct().Count().ShouldBe(385);
    }

    [Fact]
    public async Task A_malformed_address_is_said_beside_its_field_and_what_was_typed_is_kept()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        using var staff = await network.ClientAs(Role.Staff);
        var percy = await Percy(network);

        var answer = await staff.Submit($"/desk/people/{percy.Id}/edit", null, ("Input.Name", "Percy B. Teal"), ("Input.Email", "percy@@teal"), ("Input.Version", $"{percy.Version}"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await answer.Content.ReadAsStringAsync(Ct);
        page.ShouldContain("“percy@@teal” is not an e-mail address. It should look like name@example.org.");
        page.ShouldContain("value=\"percy@@teal\"");
        page.ShouldContain("value=\"Percy B. Teal\"");
        page.ShouldContain("aria-describedby=\"Input_Email-hint Input_Email-fault\"");
        (await Percy(network)).Name.ShouldBe("Percy Teal");
    }

    [Fact]
    public async Task Two_windows_that_edit_one_person_cannot_both_win()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        using var staff = await network.ClientAs(Role.Staff);
        var percy = await Percy(network);
        (string, string)[] Form(string name) => [("Input.Name", name), ("Input.Email", percy.Email), ("Input.Version", $"{percy.Version}")];

        (await staff.Submit($"/desk/people/{percy.Id}/edit", null, Form("Percy One"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var second = await staff.Submit($"/desk/people/{percy.Id}/edit", null, Form("Percy Two"));

        (await second.Content.ReadAsStringAsync(Ct)).ShouldContain("Somebody else changed this");
        (await Percy(network)).Name.ShouldBe("Percy One");
    }

    [Fact]
    public async Task A_person_is_added_given_a_position_and_leaves_it_again()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        using var staff = await network.ClientAs(Role.Staff);

        var added = await staff.Submit("/desk/people/new", null, ("Input.Name", "Ada Ferry"), ("Input.Email", "ada@aldermouth.example"));
        var page = added.Headers.Location!.OriginalString;
        (await staff.Submit(page, null, ("Input.Organisation", "ALD"), ("Input.Kind", "officer"), ("Input.Title", "Skills officer"), ("Input.From", "2017-10-01"), ("Input.Themes", "export"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var position = await network.Db(db => db.Set<Position>().SingleAsync(p => p.Title == "Skills officer", Ct));
        position.Themes.ShouldBe(["export"]);
        var early = await staff.Submit($"/desk/positions/{position.Id}/end", null, ("Input.To", "2017-09-30"));
        (await early.Content.ReadAsStringAsync(Ct)).ShouldContain("A position cannot end before it began.");
        var odd = await (await staff.Submit($"/desk/positions/{position.Id}/end", null, ("Input.To", "New Year"))).Content.ReadAsStringAsync(Ct);
        odd.ShouldContain("“New Year” cannot be read here.");
        odd.ShouldContain("value=\"New Year\"");
        (await staff.Submit($"/desk/positions/{position.Id}/end", null, ("Input.To", "2017-12-31"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await network.Db(db => db.Set<Position>().SingleAsync(p => p.Id == position.Id, Ct))).To.ShouldBe(new DateOnly(2017, 12, 31));
        (await staff.GetStringAsync("/desk/members/ALD", Ct)).ShouldContain("Ada Ferry");
    }

    [Fact]
    public async Task An_address_that_somebody_has_is_asked_about_once_more()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        using var staff = await network.ClientAs(Role.Staff);
        (string, string)[] form = [("Input.Name", "Pauline Teal"), ("Input.Email", "PERCY.teal@brackwater.example")];

        var asked = await staff.Submit("/desk/people/new", null, form);
        (await asked.Content.ReadAsStringAsync(Ct)).ShouldContain("Percy Teal</a>’s");
        (await staff.Again(asked)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_persons_page_says_which_letters_they_got_and_why_not()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        using var staff = await network.ClientAs(Role.Staff);
        var percy = await Percy(network);
        await network.In(async s =>
        {
            var freeze = s.GetRequiredService<FreezeBatch>();
            var plan = new BatchPlan(Guid.CreateVersion7(), "bulletin", "Bulletin 12", Priority.Outward, network.Now);
            await freeze.Run(plan, [new Recipient(percy.Id, percy.Email, LeftOut: "Left this list on 3 May 2017.")], TheNetwork.Staff, Ct);
            await freeze.Run(plan with { Id = Guid.CreateVersion7(), Title = "Bulletin 13" }, [new Recipient(percy.Id, percy.Email)], TheNetwork.Staff, Ct);
        });

        var page = await staff.GetStringAsync($"/desk/people/{percy.Id}", Ct);

        page.ShouldContain("Did they get it?");
        page.ShouldContain("Bulletin 12");
        page.ShouldContain("Left this list on 3 May 2017.");
        page.ShouldContain("waiting to be sent");
    }

    private static Task<Person> Percy(TheNetwork network) => network.Db(db => db.Set<Person>().SingleAsync(p => p.PackKey == "percy-teal", Ct));

    [Fact]
    public async Task A_member_has_one_Chair_at_a_time()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        using var staff = await network.ClientAs(Role.Staff);
        var sitting = await network.Db(db => db.Set<Position>().FirstAsync(p => p.Kind == PositionKind.Chair && p.To == null && p.From < new DateOnly(2018, 1, 1), Ct));
        var (code, name) = await network.Db(async db => ((await db.Set<Secretariat.Members.Organisations.Organisation>().SingleAsync(o => o.Id == sitting.Organisation, Ct)).Code, (await db.Set<Person>().SingleAsync(p => p.Id == sitting.Person, Ct)).Name));
        var other = new Person("Ida Newcomer", "ida@else.example");
        await network.Has(other);
        Task<HttpResponseMessage> Take(string day) => staff.Submit($"/desk/people/{other.Id}/positions/new", null, ("Input.Organisation", code), ("Input.Kind", "chair"), ("Input.From", day));

        var refused = WebUtility.HtmlDecode(await (await Take("2018-12-01")).Content.ReadAsStringAsync(Ct));
        refused.ShouldContain($"{name} is Chair of");
        refused.ShouldContain("end that position first");
        WebUtility.HtmlDecode(await (await Take("0001-01-01")).Content.ReadAsStringAsync(Ct)).ShouldContain("at a time");

        (await staff.Submit($"/desk/positions/{sitting.Id}/end", null, ("Input.To", "2018-12-31"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Take("2019-01-01")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        // Nor does a term that has ended reach into the next one, by either page.
        foreach (var page in new[] { "end", "edit" })
            WebUtility.HtmlDecode(await (await staff.Submit($"/desk/positions/{sitting.Id}/{page}", null, ("Input.To", "2019-06-30"))).Content.ReadAsStringAsync(Ct)).ShouldContain("Ida Newcomer is Chair of");
        (await network.Db(db => db.Set<Position>().SingleAsync(p => p.Id == sitting.Id, Ct))).To.ShouldBe(new DateOnly(2018, 12, 31));
    }

    [Fact]
    public void A_year_that_is_a_slip_of_the_keyboard_is_refused()
    {
        var person = new Person("Ida Newcomer", "ida@else.example");
        var body = new Secretariat.Members.Organisations.Organisation("X", "Any", Secretariat.Members.Organisations.OrganisationKind.Member);

        Should.Throw<Secretariat.Platform.Data.RuleBroken>(() => person.Take(body, PositionKind.Officer, "", new DateOnly(17, 1, 1))).Field.ShouldBe("From");
    }
}
