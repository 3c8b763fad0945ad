using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Platform.Access;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Agreements.Rounds;

/// <summary>A round in which agreements carry over to new words, for whoever has seen the change.</summary>
public sealed class SeenChanges
{
    private const string First = "Members want funding for transport.", Second = "Members want much funding for transport.", Third = "Members want much more funding for transport.", Button = "I have seen this change: our agreement stays";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_that_was_only_opened_carries_no_agreement_over_since_mail_filters_open_every_one()
    {
        await using var network = await Asked.Network(3);
        var round = await network.HasRound(Asked.Draft(text: First) with { CarryOver = true });
        await network.AllAnswer(round, 1, 2);
        await Rewords(network, round, Second);
        var link = await network.LinkOf(round, 1);
        using var phone = network.Client();

        (await phone.GetStringAsync(link, Ct)).ShouldContain(Button);

        (await Stands(network, round)).ShouldBe([Stand.Lapsed, Stand.Lapsed, Stand.Silent]);
        using var staff = await network.ClientAs(Role.Staff);
        (await staff.GetStringAsync($"/desk/rounds/{round.Id}", Ct)).ShouldContain("1 opened the page");

        (await phone.Submit(link, $"{link}?handler=seen")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await Stands(network, round)).ShouldBe([Stand.Agrees, Stand.Lapsed, Stand.Silent]);
        (await network.Db(db => db.Set<RoundLook>().CountAsync(Ct))).ShouldBe(1, "the look of the same person and version was seen");
        var page = await phone.GetStringAsync(link, Ct);
        page.ShouldNotContain(Button);
        page.ShouldContain("agreement stays");
    }

    [Fact]
    public async Task Whoever_opens_the_page_signed_in_has_seen_the_change()
    {
        await using var network = await Asked.Network(2);
        var round = await network.HasRound(Asked.Draft(text: First) with { CarryOver = true });
        await network.AllAnswer(round, 1, 2);
        await Rewords(network, round, Second);
        using var phone = network.Client();
        await phone.GetStringAsync(await network.LinkOf(round, 1), Ct);
        var (elector, chair) = await network.Asks(round, 1);
        using var browser = await network.ClientOf(chair.Id, chair.Name);

        var page = await browser.GetStringAsync($"/my/rounds/{elector.Id}", Ct);

        page.ShouldNotContain(Button);
        page.ShouldContain("agreement stays");
        (await Stands(network, round)).ShouldBe([Stand.Agrees, Stand.Lapsed]);
    }

    [Fact]
    public async Task The_button_stands_only_where_an_agreement_to_earlier_words_waits()
    {
        await using var network = await Asked.Network(4);
        var carries = await network.HasRound(Asked.Draft(text: First) with { CarryOver = true });
        var lapses = await network.HasRound(Asked.Draft(text: First));
        foreach (var round in new[] { carries, lapses })
        {
            await network.AllAnswer(round, 1, 2);
            await network.Answers(round, 3, Answer.Object, "Not this corridor.");
            await Rewords(network, round, Second);
            await network.Answers(round, 2);
        }
        using var phone = network.Client();

        var pages = new List<bool>();
        foreach (var (round, member) in new[] { (carries, 1), (carries, 2), (carries, 3), (carries, 4), (lapses, 1) })
            pages.Add((await phone.GetStringAsync(await network.LinkOf(round, member), Ct)).Contains(Button));

        pages.ShouldBe([true, false, false, false, false]);
    }

    [Fact]
    public async Task Nobody_has_seen_words_that_came_after_the_page_was_opened()
    {
        await using var network = await Asked.Network(2);
        var round = await network.HasRound(Asked.Draft(text: First) with { CarryOver = true });
        await network.Answers(round, 1);
        await Rewords(network, round, Second);
        var link = await network.LinkOf(round, 1);
        using var phone = network.Client();
        using var shown = await phone.GetAsync(link, Ct);
        await Rewords(network, round, Third);

        using var refused = await phone.Again(shown, $"{link}?handler=seen");

        WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Ct)).ShouldContain("The text was changed while you read it");
        (await Stands(network, round)).ShouldBe([Stand.Lapsed, Stand.Silent]);
    }

    [Fact]
    public async Task The_letter_of_a_new_version_says_how_an_agreement_stays()
    {
        await using var server = new FakeMailServer();
        await using var network = await Asked.Network(1, server);
        var round = await network.HasRound(Asked.Draft(text: First) with { CarryOver = true });
        await network.Drain();
        await network.Answers(round, 1);
        await Rewords(network, round, Second);

        await network.Drain();

        server.Taken.Select(l => l.Message).Single(m => m.Subject!.StartsWith("Changed:", StringComparison.Ordinal)).TextBody!.ShouldContain(Button);
    }

    [Fact]
    public async Task What_has_changed_is_shown_from_the_words_that_the_member_answered_to()
    {
        await using var network = await Asked.Network(3);
        var round = await network.HasRound(Asked.Draft(text: First) with { CarryOver = true });
        await network.Answers(round, 1);
        await Rewords(network, round, Second);
        await network.Answers(round, 2);
        await Rewords(network, round, Third);

        (await Came(network, round, 1)).ShouldBe("much more", "its yes was to the first words, so it has seen neither change");
        (await Came(network, round, 2)).ShouldBe("more");
        (await Came(network, round, 3)).ShouldBe("more");
    }

    private static async Task<string> Came(TheNetwork network, Round round, int member)
    {
        using var phone = network.Client();
        using var page = new HtmlParser().ParseDocument(await phone.GetStringAsync(await network.LinkOf(round, member), Ct));
        return string.Join(' ', page.QuerySelectorAll(".redline ins").Select(i => i.TextContent.Trim()));
    }

    private static async Task<List<Stand>> Stands(TheNetwork network, Round round) =>
        [.. Tally.Of(await network.Db(async db => await db.Log(await network.Round(round.Id), Asked.Closes, Ct))).Standings.Select(s => s.Stand)];

    private static Task Rewords(TheNetwork network, Round round, string words) =>
        network.In(async s => await s.GetRequiredService<NewVersion>().Run(round.Id, (await network.Round(round.Id)).Latest.Number, words, RoundText.Written("Transport funding", words, []), Asked.Closes, TheNetwork.Staff, network.Now, Ct));
}
