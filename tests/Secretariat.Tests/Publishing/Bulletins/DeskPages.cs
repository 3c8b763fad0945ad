using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Access.Tokens;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Deliveries;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.Items;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Publishing.Bulletins;

public sealed class DeskPages
{
    [Fact]
    public async Task Staff_write_approve_and_schedule_a_bulletin_and_its_letters_are_in_the_mailbox()
    {
        await using var network = await TheNetwork.Begin();
        var (member, person) = await network.HasReader("X1", "Ada Ash");
        await network.HasReader("X2", "Ben Birch");
        using var staff = await network.AsStaff();

        var edit = await Location(staff.Submit("/desk/bulletins/new", null, ("Input.Subject", "Member X1 saves power"), ("Input.Intro", "Read how.")));
        var id = edit.Split('/')[3];
        await Location(staff.Submit($"/desk/items/new?for={id}", null, ("For", id), ("Input.Heading", "The terminal meters every crane"), ("Input.Text", "It saves **19 per cent**."),
            ("Input.Kind", "Success"), ("Input.Circulation", "Members"), ("Input.About", $"{member.Id}"), ("Input.Links[0].Text", "The figures"), ("Input.Links[0].Url", "https://x1.example/figures")));
        var approve = await staff.GetStringAsync($"/desk/bulletins/{id}/approve");
        approve.ShouldContain("The terminal meters every crane");
        var item = (await network.Db(db => db.Set<Item>().SingleAsync())).Id;
        var hash = approve.Split("name=\"Read\" value=\"")[1].Split('"')[0];
        await Location(staff.Submit($"/desk/bulletins/{id}/approve", null, ("Read", hash), ($"Kinds[{item}]", "Success")));
        (await staff.GetStringAsync($"/desk/bulletins/{id}/schedule")).ShouldContain("Schedule it for 2 people");
        await Location(staff.Submit($"/desk/bulletins/{id}/schedule", null, ("Input.Day", "2017-10-17"), ("Input.Time", "10:00")));

        await network.MoveTo(TheNetwork.Start.AddDays(2));

        var sent = await network.Edition(Guid.Parse(id));
        sent.State.ShouldBe(EditionState.Sent);
        sent.SentTo.ShouldBe(2);
        sent.SentAt!.Value.UtcDateTime.Date.ShouldBe(new DateTime(2017, 10, 17));
        (await network.Db(db => db.Set<Delivery>().CountAsync(d => d.State == DeliveryState.Sent && d.Person == person.Id))).ShouldBe(1);
        var page = await staff.GetStringAsync($"/desk/bulletins/{id}");
        page.ShouldContain("2 people");
        page.ShouldContain("ada.ash@x1.example");
    }

    [Fact]
    public async Task Of_two_windows_the_second_is_told_and_keeps_its_text()
    {
        await using var network = await TheNetwork.Begin();
        var edition = await network.HasEdition("News");
        using var staff = await network.AsStaff();
        (string, string)[] Form(string subject) => [("Input.Subject", subject), ("Input.Version", "0")];
        await Location(staff.Submit($"/desk/bulletins/{edition.Id}/edit", null, Form("From the first window")));

        var answer = await staff.Submit($"/desk/bulletins/{edition.Id}/edit", null, Form("From the second window"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        page.ShouldContain("Somebody else changed this");
        page.ShouldContain("From the second window");
        (await network.Edition(edition.Id)).Subject.ShouldBe("From the first window");
    }

    [Fact]
    public async Task The_buttons_up_and_down_put_items_in_order()
    {
        await using var network = await TheNetwork.Begin();
        var edition = await network.HasEdition("One", "Two", "Three");
        using var staff = await network.AsStaff();
        var (one, two, three) = (edition.Items[0], edition.Items[1], edition.Items[2]);

        await Location(staff.Submit($"/desk/bulletins/{edition.Id}/edit", $"/desk/bulletins/{edition.Id}/edit?handler=up&item={three}", ("Input.Subject", edition.Subject), ("Input.Intro", edition.IntroMarkdown), ("Input.Version", "0")));

        (await network.Edition(edition.Id)).Items.ShouldBe([one, three, two]);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("a@b")]
    [InlineData("x@m.example, y@m.example")]
    public async Task A_test_letter_to_a_malformed_address_is_refused_beside_its_field(string address)
    {
        await using var network = await TheNetwork.Begin();
        var edition = await network.HasEdition("News");
        using var staff = await network.AsStaff();

        var page = WebUtility.HtmlDecode(await (await staff.Submit($"/desk/bulletins/{edition.Id}/preview", null, ("Input.Email", address))).Content.ReadAsStringAsync());

        page.ShouldContain("is not an e-mail address");
        page.ShouldContain($"value=\"{address}\"");
        (await network.Db(db => db.Set<Delivery>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_test_letter_goes_to_anyone()
    {
        await using var network = await TheNetwork.Begin();
        var edition = await network.HasEdition("News");
        using var staff = await network.AsStaff();

        await Location(staff.Submit($"/desk/bulletins/{edition.Id}/preview", null, ("Input.Email", "friend@elsewhere.example")));

        (await network.Db(db => db.Set<Delivery>().SingleAsync())).Address.ShouldBe("friend@elsewhere.example");
        var entry = await network.Db(db => db.Set<AuditEntry>().SingleAsync(e => e.Verb == "Send a test letter"));
        (entry.RecordType, entry.RecordId).ShouldBe((nameof(Edition), edition.Id));
        entry.ByPerson.ShouldNotBeNull();
        entry.Values!.ShouldNotContain("friend", customMessage: "the trail keeps it when the person is erased");
    }

    [Fact]
    public async Task The_preview_can_do_nothing()
    {
        await using var network = await TheNetwork.Begin();
        var edition = await network.HasEdition("News");
        using var staff = await network.AsStaff();

        var answer = await staff.GetAsync($"/desk/bulletins/{edition.Id}/letter");

        var policy = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("sandbox");
        policy.ShouldNotContain("script");
        (await staff.GetStringAsync($"/desk/bulletins/{edition.Id}/preview")).ShouldContain("<iframe");
    }

    [Fact]
    public async Task A_refused_item_keeps_what_was_typed()
    {
        await using var network = await TheNetwork.Begin();
        using var staff = await network.AsStaff();

        var answer = await staff.Submit("/desk/items/new", null, ("Input.Heading", "My heading"), ("Input.Text", "My text"), ("Input.Kind", "Statement"), ("Input.Links[0].Text", "x"), ("Input.Links[0].Url", "http://plain.example"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        page.ShouldContain("A statement says what members want");
        page.ShouldContain("My heading");
        page.ShouldContain("My text");
        page.ShouldContain("http://plain.example");
        (await network.Db(db => db.Set<Item>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Lists_ask_the_database_as_often_for_many_rows_as_for_one()
    {
        var asked = new CountedCommands();
        await using var network = await TheNetwork.Begin(host: asked.Listen);
        using var staff = await network.AsStaff();
        await network.HasEdition("One");
        async Task<int> Asked(string page)
        {
            await staff.GetStringAsync(page);
            asked.Clear();
            await staff.GetStringAsync(page);
            return asked.Count;
        }
        var (items, bulletins) = (await Asked("/desk/items"), await Asked("/desk/bulletins"));
        for (var n = 2; n < 12; n++)
        {
            var item = Written.Item($"Item {n}");
            var edition = new Edition(n, Written.Year, $"Bulletin {n}", "");
            edition.Gather(item, new DateOnly(2017, 10, 16));
            await network.Has(item, edition);
        }

        (await Asked("/desk/items")).ShouldBe(items);
        (await Asked("/desk/bulletins")).ShouldBe(bulletins);
        items.ShouldBeInRange(1, 12);
    }

    [Fact]
    public async Task The_api_pages_through_the_letters_of_an_edition()
    {
        await using var network = await TheNetwork.Begin();
        foreach (var name in new[] { "Ada Ash", "Ben Birch", "Cem Cherry" }) await network.HasReader(name[..1] + "1", name);
        var edition = await network.HasEdition("News");
        var (token, secret) = ApiToken.Make("A test", Role.Staff, network.Now);
        await network.Has(token);
        using var staff = network.Client();
        staff.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        (await staff.GetFromJsonAsync<JsonObject>($"/api/v1/letters?edition={edition.Id}"))!["items"]!.AsArray().ShouldBeEmpty();
        await network.Approve(edition.Id);
        await network.Schedule(edition.Id, TheNetwork.Start);
        await network.MoveTo(TheNetwork.Start.AddMinutes(1));

        var first = (await staff.GetFromJsonAsync<JsonObject>($"/api/v1/letters?edition={edition.Id}&limit=2"))!;
        var second = (await staff.GetFromJsonAsync<JsonObject>($"/api/v1/letters?edition={edition.Id}&limit=2&after={first["after"]}"))!;

        var letters = first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(l => l!.AsObject()).ToList();
        letters.Select(l => l["to"]!.GetValue<string>()).ShouldBe(["ada.ash@a1.example", "ben.birch@b1.example", "cem.cherry@c1.example"], ignoreOrder: true);
        letters.ShouldAllBe(l => l["state"]!.GetValue<string>() == "sent");
        second["after"].ShouldBeNull();
        (await staff.GetAsync($"/api/v1/letters?edition={Guid.NewGuid()}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string> Location(Task<HttpResponseMessage> submitted)
    {
        using var answer = await submitted;
        if (answer.StatusCode != HttpStatusCode.Redirect) (await answer.Content.ReadAsStringAsync()).ShouldBe("a redirect");
        return answer.Headers.Location!.OriginalString;
    }
}
