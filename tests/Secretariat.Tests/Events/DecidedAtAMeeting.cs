using Secretariat.Agreements.Decisions;
using Secretariat.Agreements.Rounds;
using Secretariat.Events.Minutes;
using Secretariat.Platform.Data;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Events;

/// <summary>What stands under a meeting of the Board as decided there.</summary>
public sealed class DecidedAtAMeeting
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_did_not_pass_says_so_and_what_is_about_something_else_stands_elsewhere()
    {
        await using var network = await TheDiary.Begin();
        await network.Has(new RoundRule("board-majority", new RoundTerms("Majority of the Board", "More than half.", new(1, 2, true), RoundBase.Seats, null, Objections.Listed, false, Silence.Nothing, false)));
        var at = await network.Announced(kind: "board");
        network.Clock.StopAt(TheDiary.Now.AddDays(60));
        await Decide("We go on.", "", Hand.For);
        await Decide("We move to the coast.", "", Hand.Against);
        await Decide("The plan is considered.", "plan:2018-19:considered", Hand.For);
        await Decide("The minutes are agreed.", at.Code, Hand.For);

        var there = await network.In(s => DecidedThere.Of(s.GetRequiredService<Db>(), at, Ct));

        there.Select(d => (d.Text, d.Agreed)).ShouldBe([("We go on.", true), ("We move to the coast.", false), ("The minutes are agreed.", true)]);

        Task Decide(string text, string about, Hand hand)
        {
            network.Clock.StopAt(network.Now.AddMinutes(1));
            return network.In(s => s.GetRequiredService<TakeDecision>().Run(
                new HandsShown(TheDiary.Day, text, "board-majority", new Dictionary<string, Hand> { ["upper"] = hand, ["lower"] = hand }) { About = about }, TheNetwork.Staff, network.Now, Ct));
        }
    }
}
