using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Access;
using Secretariat.Platform.Access.Tokens;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Agreements.Rounds;

/// <summary>A round in which members choose one of several things.</summary>
public sealed class Choosing
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_result_says_how_many_chose_each_and_what_most_chose()
    {
        await using var network = await Asked.Network(5);
        var round = await HasChoice(network);
        foreach (var (member, place) in new[] { (1, "Harrogate"), (2, "Leeds"), (3, "Harrogate"), (4, "Harrogate"), (4, "Leeds"), (5, "Harrogate") }) await Chooses(network, round, member, place);

        await network.MoveTo(Asked.Closes.AddMinutes(1));

        const string Why = "Harrogate 3, Leeds 2, York 0; most chose Harrogate.";
        (await network.Round(round.Id)).Counted!.Why.ShouldBe(Why);
        (await network.Db(db => db.Set<Decision>().SingleAsync(d => d.Round == round.Id, Ct))).Text.ShouldContain(Why);
        using var staff = await network.ClientAs(Role.Staff);
        WebUtility.HtmlDecode(await staff.GetStringAsync($"/desk/rounds/{round.Id}", Ct)).ShouldContain(Why);
        var (token, secret) = ApiToken.Make("A test", Role.Staff, network.Now);
        await network.Has(token);
        using var api = network.Client();
        api.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        (await api.GetStringAsync("/api/v1/rounds", Ct)).ShouldContain(Why);
    }

    [Fact]
    public async Task A_tie_decides_nothing()
    {
        await using var network = await Asked.Network(3);
        var round = await HasChoice(network);
        await Chooses(network, round, 1, "Leeds");
        await Chooses(network, round, 2, "York");

        await network.MoveTo(Asked.Closes.AddMinutes(1));

        (await network.Round(round.Id)).Counted!.Why.ShouldBe("Harrogate 0, Leeds 1, York 1; a tie, so nothing is decided.");
    }

    private static Task<Round> HasChoice(TheNetwork network) => network.HasRound(Asked.Draft("confirm", RoundKind.Choose) with { Options = ["Harrogate", "Leeds", "York"] });

    private static async Task Chooses(TheNetwork network, Round round, int member, string place)
    {
        var (elector, chair) = await network.Asks(round, member);
        await network.In(s => s.GetRequiredService<AnswerRound>().Run(round.Id, elector.Id, chair.Id, new GivenAnswer(Answer.Choose, round.Latest.Hash) { Choice = place }, AnswerWay.Link, null, network.Now, Ct));
    }
}
