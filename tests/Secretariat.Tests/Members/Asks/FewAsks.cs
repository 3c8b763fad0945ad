using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Members.Asks;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Deliveries;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Members.Asks;

public class FewAsks
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The morning of the weekly letter, the day after the tests begin.</summary>
    private static readonly DateTimeOffset Tuesday = TheNetwork.Start.AddDays(1);

    [Fact]
    public async Task What_is_asked_of_somebody_stands_in_one_letter_a_week()
    {
        await using var server = new FakeMailServer();
        await using var network = await Asked.Network(2, server);
        var (first, second) = (await Opens(network, "Do you agree to the first?"), await Opens(network, "Do you agree to the second?"));

        await network.MoveTo(Tuesday.AddMinutes(-1));
        (await Letters(network)).ShouldBeEmpty();
        await network.MoveTo(Tuesday.AddMinutes(1));

        server.Taken.Select(l => l.To).Order().ShouldBe(["chair01@m01.example", "chair02@m02.example"]);
        var text = server.Taken.Single(l => l.To == "chair01@m01.example").Message.TextBody!;
        text.ShouldContain("Member 01: Do you agree to the first?");
        text.ShouldContain(await network.LinkOf(first, 1));
        text.ShouldContain("Member 01: Do you agree to the second?");
        text.ShouldContain(await network.LinkOf(second, 1));
        text.ShouldContain("about a minute");
        await network.MoveTo(Tuesday.AddDays(2));
        (await Letters(network)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_has_answered_is_not_asked_and_who_agreed_to_an_earlier_text_is()
    {
        await using var network = await Asked.Network(3);
        var round = await Opens(network, "Do you agree?");
        await network.AllAnswer(round, 1, 2);
        await network.In(s => s.GetRequiredService<NewVersion>().Run(round.Id, 1, "Other words.", RoundText.Written("Transport funding", "Other words.", []), round.ClosesAt, TheNetwork.Staff, network.Now, Ct));
        await network.Answers(round, 1);

        var asks = await network.In(s => s.GetRequiredService<OpenAsks>().All(network.Now, Ct));

        asks.Select(a => a.Name).Order().ShouldBe(["Chair 02", "Chair 03"]);
        // What is found by starting from a person is what is found by starting from the network.
        foreach (var chair in await network.Db(db => db.Set<Person>().Where(p => p.Name.StartsWith("Chair")).Select(p => p.Id).ToListAsync(Ct)))
            (await network.In(s => s.GetRequiredService<OpenAsks>().Of(chair, network.Now, Ct))).ShouldBe(asks.Where(a => a.Person == chair));
    }

    [Fact]
    public async Task What_is_due_within_three_days_goes_alone_and_is_not_repeated()
    {
        await using var network = await Asked.Network(1);
        await Opens(network, "Do you agree?");
        await network.MoveTo(Tuesday.AddMinutes(1));
        // Asked on Tuesday 17; it closes on Monday 23 in the morning, so it is urgent from Friday 20 on.
        await network.MoveTo(TheNetwork.Start.AddDays(7));

        (await Letters(network)).Select(l => (l.Way, l.At)).ShouldBe([(AskWay.Weekly, Tuesday), (AskWay.Urgent, TheNetwork.Start.AddDays(4))]);
    }

    [Fact]
    public async Task A_PA_is_written_to_in_copy_with_a_link_of_their_own()
    {
        await using var network = await Asked.Network(1);
        await network.In(async s =>
        {
            var db = s.GetRequiredService<Secretariat.Platform.Data.Db>();
            var pa = new Person("Petra Quill", "petra@m01.example");
            pa.Take(await db.Set<Organisation>().SingleAsync(o => o.Code == "M01", Ct), PositionKind.Pa, "PA", SigningIn.Since);
            db.Add(pa);
            await db.Save(TheNetwork.Staff, "Add PA", Ct);
        });
        await Opens(network, "Do you agree?");

        await network.MoveTo(Tuesday.AddMinutes(1));

        (await network.Db(db => db.Set<Delivery>().Join(db.Set<Batch>(), d => d.Batch, b => b.Id, (d, b) => new { d.Address, b.Class }).Where(d => d.Class == "ask").OrderBy(d => d.Address).Select(d => d.Address).ToListAsync(Ct)))
            .ShouldBe(["chair01@m01.example", "petra@m01.example"]);
    }

    [Fact]
    public async Task Nobody_gets_more_than_the_weeks_letters_by_itself_and_staff_see_who_has_had_them()
    {
        await using var network = await Asked.Network(1);
        for (var n = 0; n < AskRules.WeeklyCap; n++) await network.HasRound(Asked.Draft(text: $"Words {n}."));
        var round = await Opens(network, "One more?");
        await network.MoveTo(Tuesday.AddMinutes(1));
        (await Letters(network)).Count(l => l.Way == AskWay.Weekly).ShouldBe(0);
        using var staff = await network.ClientAs(Role.Staff);

        (await staff.GetStringAsync("/desk/asks", Ct)).ShouldContain("enough");
        var page = $"/desk/rounds/{round.Id}/remind";
        (await staff.GetStringAsync(page, Ct)).ShouldContain("as many as there should be");
        (await (await staff.Submit(page)).Content.ReadAsStringAsync(Ct)).ShouldContain("Nobody is chosen");
        var (elector, chair) = await network.Asks(round, 1);
        (await staff.Submit(page, null, ("To", $"{chair.Id:N}:{round.Id:N}/{elector.Id:N}"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await Letters(network)).Count(l => l.Way == AskWay.Chased).ShouldBe(1);
    }

    [Fact]
    public async Task Staff_chase_those_who_were_left_in_peace_for_three_days_and_nobody_else_is_ticked()
    {
        await using var network = await Asked.Network(3);
        var round = await network.HasRound();
        await network.Answers(round, 1);
        using var staff = await network.ClientAs(Role.Staff);
        var page = $"/desk/rounds/{round.Id}/remind";
        (await staff.GetStringAsync(page, Ct)).ShouldNotContain("checked");

        await network.MoveTo(TheNetwork.Start.AddDays(3).AddHours(1));
        (await staff.Submit(page)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await Letters(network)).Count(l => l.Way == AskWay.Chased).ShouldBe(2);
        (await staff.GetStringAsync("/desk/asks", Ct)).ShouldContain("staff wrote to those missing");
    }

    [Fact]
    public async Task A_button_that_is_pressed_twice_writes_once()
    {
        await using var network = await Asked.Network(1);
        var round = await Opens(network, "Do you agree?");
        using var staff = await network.ClientAs(Role.Staff);
        var (elector, chair) = await network.Asks(round, 1);
        Task<HttpResponseMessage> Press() => staff.Submit($"/desk/rounds/{round.Id}/remind", null, ("To", $"{chair.Id:N}:{round.Id:N}/{elector.Id:N}"));

        (await Press()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await (await Press()).Content.ReadAsStringAsync(Ct)).ShouldContain("written to a moment ago");

        (await Letters(network)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_presses_at_once_one_writes()
    {
        await using var network = await Asked.Network(3);
        var round = await network.HasRound();
        await network.MoveTo(TheNetwork.Start.AddDays(3).AddHours(1));
        using var staff = await network.ClientAs(Role.Staff);
        var page = $"/desk/rounds/{round.Id}/remind";
        using var shown = await staff.GetAsync(page, Ct);

        var pressed = await Task.WhenAll(staff.Again(shown), staff.Again(shown), staff.Again(shown), staff.Again(shown));

        pressed.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        (await Letters(network)).Count(l => l.Way == AskWay.Chased).ShouldBe(3, "one letter for each Chair");
    }

    [Fact]
    public async Task Who_comes_to_be_asked_after_the_weekly_letter_waits_for_the_next()
    {
        await using var network = await Asked.Network(1);
        var round = new Round(Asked.Draft() with { ClosesAt = TheNetwork.Start.AddDays(20) });
        await network.Has(round);
        await network.In(s => s.GetRequiredService<OpenRound>().Run(round.Id, null, TheNetwork.Staff, network.Now, Ct, write: false));
        await network.MoveTo(Tuesday.AddMinutes(1));
        await network.Db(async db =>
        {
            var pa = new Person("Petra Quill", "petra@m01.example");
            pa.Take(await db.Set<Organisation>().SingleAsync(o => o.Code == "M01", Ct), PositionKind.Pa, "PA", SigningIn.Since);
            db.Add(pa);
            await db.Save(TheNetwork.Staff, "Add PA", Ct);
        });

        await network.MoveTo(Tuesday.AddDays(6));
        (await Letters(network)).Count.ShouldBe(1);
        await network.MoveTo(Tuesday.AddDays(7).AddMinutes(1));

        (await Letters(network)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task After_a_restore_nobody_is_asked_again_the_next_morning()
    {
        await using var network = await Asked.Network(1);
        await Opens(network, "Do you agree?");
        await network.Db(db => db.Write(() => new RestoredAsks([.. network.Services.GetServices<Secretariat.Platform.Contracts.IAsk>()], network.Services.GetRequiredService<Secretariat.Platform.Web.Sites>(), network.Clock).Stop(db, Ct), Ct));

        await network.MoveTo(Tuesday.AddDays(2));
        (await Letters(network)).ShouldBeEmpty();
        // Due on Monday 23 in the morning: from Friday on it cannot wait.
        await network.MoveTo(Tuesday.AddDays(4));

        (await Letters(network)).ShouldHaveSingleItem().Way.ShouldBe(AskWay.Urgent);
    }

    [Fact]
    public async Task Everything_asked_of_me_stands_at_my_page()
    {
        await using var network = await Asked.Network(2);
        var round = await Opens(network, "Do you agree?");
        var (elector, chair) = await network.Asks(round, 2);
        using var browser = await network.ClientOf(chair.Id, chair.Name);

        (await browser.GetStringAsync("/my", Ct)).ShouldContain($"href=\"/my/rounds/{elector.Id}\"");
        await network.Answers(round, 2);
        (await browser.GetStringAsync("/my", Ct)).ShouldContain("Nothing now.");
    }

    [Fact]
    public async Task The_page_that_opens_a_round_asks_when_people_are_told()
    {
        await using var network = await Asked.Network(2);
        var (later, soon) = (new Round(Asked.Draft()), new Round(Asked.Draft() with { ClosesAt = TheNetwork.Start.AddDays(3) }));
        await network.Has(later, soon);
        using var staff = await network.ClientAs(Role.Staff);

        (await staff.GetStringAsync($"/desk/rounds/{later.Id}/open", Ct)).ShouldContain("in the letter of Tuesday 17 October 2017 at 09:00");
        (await staff.GetStringAsync($"/desk/rounds/{soon.Id}/open", Ct)).ShouldContain("too soon for the weekly letter");
        await staff.Submit($"/desk/rounds/{later.Id}/open");
        (await Letters(network)).ShouldBeEmpty();
        await staff.Submit($"/desk/rounds/{soon.Id}/open");

        (await Letters(network)).Select(l => l.Way).ShouldBe([AskWay.OwnLetter, AskWay.OwnLetter]);
    }

    private static async Task<Round> Opens(TheNetwork network, string question)
    {
        var round = new Round(Asked.Draft() with { Title = question });
        await network.Has(round);
        await network.In(s => s.GetRequiredService<OpenRound>().Run(round.Id, null, TheNetwork.Staff, network.Now, Ct, write: false));
        return await network.Round(round.Id);
    }

    private static Task<List<AskLetter>> Letters(TheNetwork network) => network.Db(db => db.Set<AskLetter>().AsNoTracking().OrderBy(l => l.At).ToListAsync(Ct));
}
