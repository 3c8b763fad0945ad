using AngleSharp.Html.Parser;
using Secretariat.Agreements.Rounds;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Agreements.Rounds;

/// <summary>What members read of each other's answers.</summary>
public sealed class WhatOthersAnswered
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Members_read_what_each_answered_when_the_round_has_closed_and_not_before()
    {
        await using var network = await Asked.Network(4);
        var round = await network.HasRound();
        await network.Answers(round, 1);
        await network.Answers(round, 2, Answer.Object, "It names one corridor only.");
        await network.Answers(round, 4, Answer.Object, "We take this back.");
        await network.Answers(round, 4, Answer.Withdrawn);
        var link = await network.LinkOf(round, 1);
        using var phone = network.Client();

        var open = await phone.GetStringAsync(link, Ct);
        open.ShouldNotContain("What each member answered");
        open.ShouldNotContain("It names one corridor only.");
        open.ShouldContain("shown to all members when the round has closed");

        await network.MoveTo(Asked.Closes.AddMinutes(1));
        await network.Answers(round, 3, Answer.Object, "Too late.");

        Told(await phone.GetStringAsync(link, Ct)).ShouldBe(["Member 01: agrees", "Member 02: objects. It names one corridor only.", "Member 03: did not answer", "Member 04: withdrew its answer"]);
        var (elector, chair) = await network.Asks(round, 2);
        using var browser = await network.ClientOf(chair.Id, chair.Name);
        var page = await browser.GetStringAsync($"/my/rounds/{elector.Id}", Ct);
        Told(page).Count.ShouldBe(4);
        page.ShouldNotContain("Chair 01");
    }

    private static List<string> Told(string html)
    {
        using var page = new HtmlParser().ParseDocument(html);
        return [.. page.QuerySelectorAll("#answers tbody tr").Select(row => $"{row.Children[0].TextContent.Trim()}: {string.Join(". ", row.Children.Skip(1).Select(c => c.TextContent.Trim()).Where(t => t.Length > 0))}")];
    }
}
