using Secretariat.Agreements.Corrections;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Agreements.Corrections;

/// <summary>A correction and what else happens to its round meanwhile: its closing, another wording, its end, a restored backup.</summary>
public sealed class CorrectionsUnderWay
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_enough_time_to_object_it_is_neither_proposed_nor_passed()
    {
        await using var network = await Asked.Network(3);
        var round = await network.HasCorrectable();
        await network.MoveTo(Asked.Closes.AddHours(-25));
        var correction = await network.Proposes(round);
        await network.Passes(correction, 1);
        await network.MoveTo(Asked.Closes.AddHours(-24).AddMinutes(1));

        (await Should.ThrowAsync<RuleBroken>(() => network.Passes(correction, 2))).Message.ShouldContain("not enough time left to object");
        var late = await network.HasCorrectable();
        (await Should.ThrowAsync<RuleBroken>(() => network.Proposes(late))).Message.ShouldContain("not enough time left to object");
        await network.MoveTo(Asked.Closes);

        (await network.Again(correction)).State.ShouldBe(CorrectionState.Dropped);
        (await network.Round(round.Id)).State.ShouldBe(RoundState.Closed);
    }

    [Fact]
    public async Task A_correction_whose_time_ends_just_as_the_round_closes_is_in()
    {
        await using var network = await Asked.Network(3);
        var round = await network.HasCorrectable();
        await network.AllAnswer(round, 1, 3);
        await network.MoveTo(Asked.Closes.AddHours(-24));
        await network.GoesRound(round);

        await network.MoveTo(Asked.Closes);

        (await network.Mandate(round))!.Hash.ShouldBe(Corrected.Words(Corrected.Right).Hash());
    }

    [Fact]
    public async Task The_closing_itself_takes_it_in_when_its_own_sweep_comes_late()
    {
        await using var network = await Asked.Network(3);
        var round = await network.HasCorrectable();
        await network.AllAnswer(round, 1, 3);
        await network.GoesRound(round);

        (await network.In(s => s.GetRequiredService<CloseRound>().Run(round.Id, null, Actor.Schedule, Asked.Closes.AddMinutes(1), Ct))).ShouldBeTrue();

        (await network.Mandate(round))!.Hash.ShouldBe(Corrected.Words(Corrected.Right).Hash());
    }

    [Fact]
    public async Task A_new_version_an_early_closing_and_another_correction_wait_for_its_end()
    {
        await using var network = await Asked.Network(3);
        var round = await network.HasCorrectable();
        var correction = await network.Proposes(round);

        async Task AllWait(string sentence)
        {
            (await Should.ThrowAsync<RuleBroken>(() => network.Rewords(round, "Members want other things."))).Message.ShouldContain(sentence);
            (await Should.ThrowAsync<RuleBroken>(() => network.Proposes(round, "Members want it."))).Message.ShouldContain(sentence);
            (await Should.ThrowAsync<RuleBroken>(() => network.In(s => s.GetRequiredService<CloseRound>().Run(round.Id, "We know enough.", TheNetwork.Staff, network.Now, Ct)))).Message.ShouldContain(sentence);
        }

        await AllWait("waits for the two Chairs");
        await network.Passes(correction, 1);
        await network.Passes(correction, 2);
        await AllWait("members may still object");
        (await Should.ThrowAsync<RuleBroken>(() => Drops(network, round, ""))).Message.ShouldContain("Say why");
        await Drops(network, round, "Member 03 objected on the telephone.");
        await network.Rewords(round, "Members want other things.");
        (await network.Round(round.Id)).Latest.Correction.ShouldBeFalse();
    }

    [Fact]
    public async Task Cancelling_the_round_drops_it()
    {
        await using var network = await Asked.Network(3);
        var round = await network.HasCorrectable();
        var correction = await network.GoesRound(round);

        await network.In(s => s.GetRequiredService<CancelRound>().Run(round.Id, "The question has gone.", TheNetwork.Staff, network.Now, Ct));
        await network.MoveTo(Asked.Closes.AddDays(1));

        (await network.Again(correction)).State.ShouldBe(CorrectionState.Dropped);
        (await network.Round(round.Id)).State.ShouldBe(RoundState.Cancelled);
    }

    [Fact]
    public async Task A_restored_backup_makes_no_correction_the_text_by_silence()
    {
        await using var network = await Asked.Network(3);
        var round = await network.HasCorrectable();
        var correction = await network.GoesRound(round);

        await network.In(async s =>
        {
            var db = s.GetRequiredService<Db>();
            foreach (var part in s.GetServices<IAfterRestore>()) await db.Write(() => part.Stop(db, Ct), Ct);
        });
        await network.MoveTo(network.Now.AddHours(30));

        (await network.Round(round.Id)).Latest.Number.ShouldBe(1);
        (await network.Again(correction)).EndedWhy.ShouldBe("A backup was restored: objections may have come after it was made.");
        (await Should.ThrowAsync<RuleBroken>(() => network.Proposes(round))).Message.ShouldContain("holds this round");
    }

    private static Task Drops(TheNetwork network, Round round, string why) => network.In(s => s.GetRequiredService<DropCorrection>().Run(round.Id, why, TheNetwork.Staff, network.Now, Ct));
}
