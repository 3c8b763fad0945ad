using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Media;
using Secretariat.Influence.Lines;
using Secretariat.Members.People;
using Secretariat.Members.Themes;
using Secretariat.Platform.Access;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Agreements.Statements;
using Secretariat.Tests.Given;
using Secretariat.Tests.Influence.Consultations;

namespace Secretariat.Tests.Influence.Lines;

/// <summary>What may be said today, whose words it is, and until when.</summary>
public sealed class WhatMayBeSaid
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_view_of_all_is_said_in_the_agreed_words_and_goes_when_its_mandate_is_withdrawn()
    {
        await using var network = await Begin();
        var mandate = await network.HasMandate(4);
        using var staff = await network.ClientAs(Role.Staff);
        (await staff.Submit("/desk/lines/new", null, ("Input.Kind", "Network"), ("Input.Theme", "transport"), ("Input.Mandate", $"{mandate.Id}"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var mine = await ClientOf(network, 1);
        var page = await mine.GetStringAsync("/my/lines", Ct);
        page.ShouldContain("Members want longer transport funding.");
        page.ShouldContain("the view of all 4");

        await network.Withdraw(mandate);

        (await mine.GetStringAsync("/my/lines", Ct)).ShouldNotContain("longer transport funding");
        var desk = WebUtility.HtmlDecode(await staff.GetStringAsync("/desk/lines", Ct));
        desk.ShouldContain("not to be said");
        desk.ShouldContain("Its mandate was withdrawn");
        (await Said(network)).ShouldBeEmpty();
        (await Should.ThrowAsync<RuleBroken>(() => OfNetwork(network, mandate.Id))).Message.ShouldContain("withdrawn");
        (await network.Refusals()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_view_of_all_goes_on_the_day_after_its_mandate_ends()
    {
        await using var network = await Begin();
        var mandate = await network.HasMandate(4, draft: Asked.Draft() with { MandateUntil = new(2017, 11, 30) });
        await OfNetwork(network, mandate.Id);
        (await Said(network)).ShouldHaveSingleItem().Until.ShouldBe(new DateOnly(2017, 11, 30));
        (await ToJournalists(network)).ShouldBeEmpty("a view given to the media is a named member's");

        await network.MoveTo(new DateTimeOffset(2017, 12, 1, 9, 0, 0, TimeSpan.Zero));

        (await Said(network)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_line_whose_last_day_is_over_may_be_set_again_while_its_mandate_stands()
    {
        await using var network = await Begin();
        var mandate = await network.HasMandate(4);
        await network.In(s => s.GetRequiredService<SetLine>().OfNetwork("transport", mandate.Id, new(2017, 11, 1), TheNetwork.Staff, network.Now, Ct));
        (await Should.ThrowAsync<RuleBroken>(() => OfNetwork(network, mandate.Id))).Message.ShouldContain("already");

        await network.MoveTo(new DateTimeOffset(2017, 11, 2, 9, 0, 0, TimeSpan.Zero));
        await OfNetwork(network, mandate.Id);

        (await Said(network)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Facts_are_said_no_longer_once_members_are_asked_about_the_same_words()
    {
        await using var network = await Begin();
        await network.In(s => s.GetRequiredService<SetLine>().Facts("transport", TakenUp.Text, "A page, 2017", new(2017, 11, 30), TheNetwork.Staff, network.Now, Ct));
        (await ToJournalists(network)).ShouldHaveSingleItem();

        await network.HasRound(Asked.Draft(text: TakenUp.Text));

        (await ToJournalists(network)).ShouldBeEmpty();
        using var staff = await network.ClientAs(Role.Staff);
        WebUtility.HtmlDecode(await staff.GetStringAsync("/desk/lines", Ct)).ShouldContain("put to members in the round");
    }

    [Fact]
    public async Task A_members_line_goes_when_whoever_said_it_leaves_that_member()
    {
        await using var network = await Begin();
        using var mine = await ClientOf(network, 1);
        await mine.Submit("/my/lines", null, ("Input.Theme", "transport"), ("Input.Text", "Our docks wait for a junction."), ("Input.Until", "2017-11-30"));
        (await ToJournalists(network)).ShouldHaveSingleItem();

        await network.Db(async db =>
        {
            var chair = await db.Set<Person>().Include(p => p.Positions).SingleAsync(p => p.Name == "Chair 01", Ct);
            foreach (var position in chair.Positions) position.Correct(position.From, network.Now.AddDays(-1).DateIn(TimeZoneInfo.Utc));
            await db.Save(TheNetwork.Staff, "End position", Ct);
        });

        (await ToJournalists(network)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Words_that_were_put_to_members_are_no_facts_and_no_single_members_line()
    {
        await using var network = await Begin();
        await network.HasRound(Asked.Draft(text: TakenUp.Text));
        var member = await MemberOf(network, 1);

        foreach (var line in new Func<SetLine, Task>[]
        {
            s => s.Facts("transport", TakenUp.Text, "A page, 2017", new(2017, 11, 1), TheNetwork.Staff, network.Now, Ct),
            s => s.OfMember("transport", TakenUp.Text, new(member, "Chair 01", null, "Told us."), new(2017, 11, 1), TheNetwork.Staff, network.Now, Ct),
        })
            (await Should.ThrowAsync<RuleBroken>(() => network.In(s => line(s.GetRequiredService<SetLine>())))).Message.ShouldContain("were put to members");

        (await network.Refusals()).Count.ShouldBe(2);
        (await network.Db(db => db.Set<Line>().CountAsync(Ct))).ShouldBe(0);
    }

    [Fact]
    public async Task Facts_have_a_source_a_view_a_named_person_and_each_a_last_day()
    {
        await using var network = await Begin();
        using var staff = await network.ClientAs(Role.Staff);
        foreach (var (says, fields) in new (string, (string, string)[])[]
        {
            ("Choose the theme.", []),
            ("only published facts are said", [("Input.Theme", "transport"), ("Input.Text", "Four rivers.")]),
            ("Say until when", [("Input.Theme", "transport"), ("Input.Text", "Four rivers."), ("Input.Source", "Atlas"), ("Input.Until", "")]),
            ("nobody speaks for all of them", [("Input.Kind", "Member"), ("Input.Theme", "transport"), ("Input.Text", "We wait."), ("Input.How", "Rang."), ("Input.Who", "The network")]),
            ("Say how you know", [("Input.Kind", "Member"), ("Input.Theme", "transport"), ("Input.Text", "We wait.")]),
            ("no view but what members agreed to", [("Input.Kind", "Network"), ("Input.Theme", "transport")]),
        })
            WebUtility.HtmlDecode(await (await staff.Submit("/desk/lines/new", null, fields)).Content.ReadAsStringAsync(Ct)).ShouldContain(says);
    }

    [Fact]
    public async Task A_Chair_lets_own_words_be_quoted_they_stand_beside_media_requests_and_go_with_the_Chair()
    {
        await using var network = await Begin();
        using var mine = await ClientOf(network, 1);
        using var other = await ClientOf(network, 2);
        (await mine.Submit("/my/lines", null, ("Input.Theme", "transport"), ("Input.Text", "Our docks wait for a junction."), ("Input.Until", "2017-11-30"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var staff = await network.ClientAs(Role.Staff);
        var request = await network.In(s => s.GetRequiredService<SettleMedia>().Take(new MediaDraft("Harbour News", "Junctions") { Theme = "transport" }, TheNetwork.Staff, network.Now, Ct));

        var media = WebUtility.HtmlDecode(await staff.GetStringAsync($"/desk/media/{request.Id}", Ct));
        media.ShouldContain("What may be said on it today");
        media.ShouldContain("Chair 01, Member 01");
        var line = await network.Db(db => db.Set<Line>().AsNoTracking().SingleAsync(Ct));
        (await other.Forge("/my/lines", "/my/lines?handler=end", ("line", $"{line.Id}"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await network.In(s => s.GetRequiredService<ErasePerson>().Run(line.Person!.Value, TheNetwork.Staff, Ct));
        (await staff.GetStringAsync($"/desk/media/{request.Id}", Ct)).ShouldNotContain("Our docks wait");
    }

    [Theory]
    [InlineData(Hold.Public)]
    [InlineData("theme:transport")]
    [InlineData("member:M01")]
    public async Task A_hold_keeps_lines_from_journalists_and_stands_beside_them(string scope)
    {
        await using var network = await Begin();
        using var mine = await ClientOf(network, 1);
        await mine.Submit("/my/lines", null, ("Input.Theme", "transport"), ("Input.Text", "Our docks wait for a junction."), ("Input.Until", "2017-11-30"));
        (await ToJournalists(network)).ShouldHaveSingleItem();

        await network.Has(Hold.On(scope, "An election is near.", network.Now.AddDays(-1), network.Now.AddDays(3)));

        (await ToJournalists(network)).ShouldBeEmpty();
        using var staff = await network.ClientAs(Role.Staff);
        (await staff.GetStringAsync("/desk/lines", Ct)).ShouldContain("An election is near.");
        var page = await mine.GetStringAsync("/my/lines", Ct);
        page.ShouldContain("Our docks wait for a junction.");
        page.ShouldContain("What you say for yourselves is yours.");
        await network.MoveTo(network.Now.AddDays(4));
        (await ToJournalists(network)).ShouldHaveSingleItem();
    }

    private static async Task<TheNetwork> Begin()
    {
        var network = await TakenUp.Begin();
        await network.Has(new Theme { Code = "transport", Name = "Transport" });
        return network;
    }

    private static Task<Line> OfNetwork(TheNetwork network, Guid mandate) => network.In(s => s.GetRequiredService<SetLine>().OfNetwork("transport", mandate, null, TheNetwork.Staff, network.Now, Ct));

    private static async Task<IReadOnlyList<ShownLine>> Said(TheNetwork network) => [.. (await network.In(s => s.GetRequiredService<LinesNow>().All(DateOnly.FromDateTime(network.Now.UtcDateTime), "transport", Ct))).Where(l => l.IsOn)];

    private static Task<IReadOnlyList<LineToday>> ToJournalists(TheNetwork network) => network.In(s => s.GetRequiredService<ILinesToday>().On("transport", DateOnly.FromDateTime(network.Now.UtcDateTime), Ct));

    private static Task<Guid> MemberOf(TheNetwork network, int member) => network.Db(db => db.Set<Secretariat.Members.Organisations.Organisation>().Where(o => o.Code == $"M{member:00}").Select(o => o.Id).SingleAsync(Ct));

    private static async Task<HttpClient> ClientOf(TheNetwork network, int member)
    {
        var name = $"Chair {member:00}";
        return await network.ClientOf(await network.Db(db => db.Set<Person>().Where(p => p.Name == name).Select(p => p.Id).SingleAsync(Ct)), name);
    }
}
