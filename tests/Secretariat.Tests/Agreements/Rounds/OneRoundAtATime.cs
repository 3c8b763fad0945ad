using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Data;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Agreements.Rounds;

/// <summary>Rounds that are about the same thing.</summary>
public sealed class OneRoundAtATime
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Members_are_not_asked_about_one_thing_in_two_rounds_that_are_open()
    {
        await using var network = await Asked.Network(2);
        var first = await network.HasRound(Asked.Draft() with { About = "text:transport" });
        var second = await Drafted(network, "text:transport");

        (await Should.ThrowAsync<RuleBroken>(() => Open(network, second))).Message.ShouldContain("is open already");
        (await network.Round(second.Id)).State.ShouldBe(RoundState.Draft);

        await network.In(s => s.GetRequiredService<CancelRound>().Run(first.Id, "It was the wrong text.", TheNetwork.Staff, network.Now, Ct));
        await Open(network, second);
        (await network.Round(second.Id)).State.ShouldBe(RoundState.Open);
    }

    [Fact]
    public async Task Rounds_about_other_things_or_about_nothing_that_has_a_name_do_not_wait_for_each_other()
    {
        await using var network = await Asked.Network(2);
        foreach (var about in new[] { "", "", "text:transport", "text:housing" }) await Open(network, await Drafted(network, about));
    }

    [Fact]
    public async Task Of_two_windows_that_open_both_at_once_one_is_told()
    {
        await using var network = await Asked.Network(2);
        var (one, two) = (await Drafted(network, "text:transport"), await Drafted(network, "text:transport"));

        (await Task.WhenAll(Opened(one), Opened(two))).Count(opened => opened).ShouldBe(1);

        async Task<bool> Opened(Round round)
        {
            try
            {
                await Open(network, round);
                return true;
            }
            catch (RuleBroken)
            {
                return false;
            }
        }
    }

    private static async Task<Round> Drafted(TheNetwork network, string about)
    {
        var round = new Round(Asked.Draft() with { About = about });
        await network.Has(round);
        return round;
    }

    private static Task Open(TheNetwork network, Round round) => network.In(s => s.GetRequiredService<OpenRound>().Run(round.Id, null, TheNetwork.Staff, network.Now, Ct));
}
