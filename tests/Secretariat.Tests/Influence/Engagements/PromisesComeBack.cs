using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Influence.Engagements;
using Secretariat.Members.Asks;
using Secretariat.Members.Groupings;
using Secretariat.Platform.Access;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Influence.Engagements;

/// <summary>What was promised comes back until it is kept or let go, and an organisation that waits too long is missed.</summary>
public sealed class PromisesComeBack
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_promised_stands_on_todays_list_until_it_is_kept_or_let_go()
    {
        await using var network = await InTouch.Begin();
        var marsh = await network.PersonCalled("Ottoline Marsh");
        var day = network.Today();
        var contact = await network.Logs(promises: [new(marsh, "Send the figures", day.AddDays(3)), new(null, "Name a speaker", day.AddDays(2))]);
        (await Facts(network)).ShouldBe(["Guild of Smiths promised: Name a speaker", "Ottoline Marsh promised Guild of Smiths: Send the figures"]);

        using var staff = await network.ClientAs(Role.Staff);
        var page = $"/desk/influence/engagements/{contact.Id}";
        var promises = await network.Db(db => db.Set<Promise>().AsNoTracking().OrderBy(p => p.Due).ToListAsync(Ct));
        WebUtility.HtmlDecode(await (await Says(staff, page, promises[0].Id, "let-go")).Content.ReadAsStringAsync(Ct)).ShouldContain("Say why it is let go.");
        await Says(staff, page, promises[0].Id, "let-go", ("Settling.Because", "They merged."));
        await Says(staff, page, promises[1].Id, "longer", ("Settling.Because", "The figures come in May."), ("Settling.Until", $"{day.AddDays(30):yyyy-MM-dd}"));

        (await Facts(network)).ShouldBeEmpty();
        network.Clock.StopAt(network.Now.AddDays(24));
        (await Facts(network)).ShouldHaveSingleItem().ShouldContain("Send the figures");
        await Says(staff, page, promises[1].Id, "kept");
        (await Facts(network)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_Chair_is_asked_for_their_promise_and_says_by_the_link_that_it_is_kept()
    {
        await using var network = await InTouch.Begin();
        var hussein = await OnTheBoard(network);
        await network.Logs(ours: "Hussein Lock", promises: [new(hussein, "Write to their President", network.Today().AddDays(10))]);
        var asks = network.Services.GetRequiredService<PromiseAsks>();

        var ask = (await network.In(s => s.GetRequiredService<OpenAsks>().Of(hussein, network.Now, Ct))).Single(a => a.Kind == "promise");
        ask.What.ShouldBe("You promised Guild of Smiths: Write to their President");
        using var chair = await network.ClientOf(hussein, "Hussein Lock");
        (await chair.GetStringAsync(ask.Page, Ct)).ShouldContain("Write to their President");
        using var link = network.Client();
        var address = asks.Link(ask.Key, hussein);
        (await link.Submit(address, null, ("Input.How", "kept"), ("Input.Because", "They thank us."))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await network.Db(db => db.Set<Promise>().AsNoTracking().SingleAsync(Ct))).End.ShouldBe(PromiseEnd.Kept);
        (await network.Db(db => asks.Open(db, hussein, network.Now, Ct))).ShouldBeEmpty();
        (await link.GetAsync(address + "x", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_the_team_promised_is_on_the_desk_and_in_no_letter()
    {
        await using var network = await InTouch.Begin();
        await network.Logs(promises: [new(await network.PersonCalled("Ottoline Marsh"), "Send the figures", network.Today().AddDays(3))]);

        (await network.Db(db => network.Services.GetRequiredService<PromiseAsks>().Open(db, null, network.Now, Ct))).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_contact_for_longer_than_its_rhythm_is_a_gap_and_an_agreed_day_comes_before_the_rhythm()
    {
        await using var network = await InTouch.Begin();
        using var staff = await network.ClientAs(Role.Staff);
        var page = "/desk/influence/organisations/smithy";
        await staff.Submit(page, page, ("Input.Owner", $"{await network.PersonCalled("Ottoline Marsh")}"), ("Input.Rhythm", "60"));
        await network.Logs(on: network.Today().AddDays(-50));
        (await Facts(network)).ShouldBeEmpty();

        network.Clock.StopAt(network.Now.AddDays(20));
        (await Facts(network)).ShouldHaveSingleItem().ShouldContain("looked after by Ottoline Marsh");
        (await staff.GetStringAsync("/desk/influence/engagements", Ct)).ShouldContain("overdue</span>");
        await network.Logs(said: "A quick call.", next: network.Today().AddDays(90));
        (await Facts(network)).ShouldBeEmpty();
        WebUtility.HtmlDecode(await (await staff.Submit(page, page, ("Input.Rhythm", "3"))).Content.ReadAsStringAsync(Ct)).ShouldContain("Between 7 and 730 days");
    }

    [Fact]
    public void The_next_contact_is_as_agreed_or_by_the_rhythm_from_the_last_one()
    {
        var last = new DateOnly(2018, 1, 1);
        Relationship.Due(last, null, 30, default).ShouldBe(last.AddDays(30));
        Relationship.Due(null, null, 30, last).ShouldBe(last.AddDays(30));
        Relationship.Due(last, last.AddDays(5), 30, default).ShouldBe(last.AddDays(5));
        Relationship.Due(last, null, null, default).ShouldBeNull();
    }

    private static async Task<Guid> OnTheBoard(TheNetwork network)
    {
        var hussein = await network.PersonCalled("Hussein Lock");
        if (await network.Db(db => Board.Speaking(db, network.Today()).AnyAsync(s => s.Person == hussein, Ct))) return hussein;
        var grouping = new Grouping("upper", "Upper rivers once more");
        grouping.Join(await network.Body("BRK"), SigningIn.Since);
        grouping.Fill(hussein, SigningIn.Since);
        await network.Has(grouping);
        return hussein;
    }

    private static Task<HttpResponseMessage> Says(HttpClient staff, string page, Guid promise, string how, params (string, string)[] more) =>
        staff.Forge(page, $"{page}?handler=Settle", [("promise", $"{promise}"), ("Settling.How", how), .. more]);

    private static async Task<IReadOnlyList<string>> Facts(TheNetwork network) => [.. (await network.OnTheList()).Select(t => t.Fact)];
}
