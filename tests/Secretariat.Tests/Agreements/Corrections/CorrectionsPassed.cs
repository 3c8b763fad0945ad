using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Corrections;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Agreements.Corrections;

/// <summary>A correction that changes no meaning, from its proposal to its end.</summary>
public sealed class CorrectionsPassed
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_round_names_two_different_Chairs_or_none_and_gives_an_hour_to_a_week_to_object()
    {
        var (one, two) = (new NamedChair(Guid.NewGuid(), "One"), new NamedChair(Guid.NewGuid(), "Two"));
        var draft = Asked.Draft();

        Should.Throw<RuleBroken>(() => new Round(draft with { Correctors = [one] })).Message.ShouldContain("Name two Chairs");
        Should.Throw<RuleBroken>(() => new Round(draft with { Correctors = [one, one] })).Message.ShouldContain("two different Chairs");
        Should.Throw<RuleBroken>(() => new Round(draft with { Correctors = [one, two], ObjectHours = 0 })).Message.ShouldContain("hours");
        Should.Throw<RuleBroken>(() => new Round(draft with { Correctors = [one, two], ObjectHours = 169 })).Message.ShouldContain("hours");
        new Round(draft).CorrectionsSaid.ShouldBeEmpty();
        new Round(draft with { Correctors = [one, two] }).CorrectionsSaid.ShouldBe("Two Chairs, One and Two, may pass corrections that change no meaning. Everybody gets each at once and has 24 hours to object.");

        await using var network = await Asked.Network(3);
        var staff = await network.PersonWho(Role.Staff);
        (await Should.ThrowAsync<RuleBroken>(async () => await network.HasRound(draft with { Correctors = [await network.Named(1), new(staff.Id, staff.Name)] }))).Message.ShouldContain("not among the Chairs");
    }

    [Fact]
    public async Task A_draft_can_name_other_Chairs_or_nobody_again()
    {
        await using var network = await Asked.Network(3);
        var (one, two, three) = (await network.Named(1), await network.Named(2), await network.Named(3));
        var round = new Round(Asked.Draft() with { Correctors = [one, two] });
        await network.Has(round);

        async Task<string> Drafted(params NamedChair[] chairs)
        {
            await network.Db(async db =>
            {
                (await db.Set<Round>().SingleAsync(r => r.Id == round.Id, Ct)).Draft(Asked.Draft() with { Correctors = chairs });
                await db.Save(TheNetwork.Staff, "Edit round", Ct);
            });
            return (await network.Round(round.Id)).CorrectionsSaid;
        }

        (await Drafted(three, one)).ShouldContain("Chair 03 and Chair 01");
        (await Drafted()).ShouldBeEmpty();
        (await Drafted(two, three)).ShouldContain("Chair 02 and Chair 03");
    }

    [Fact]
    public async Task When_nobody_objects_in_time_it_is_the_text_and_agreement_holds_with_the_mandate_for_the_corrected_words()
    {
        await using var network = await Asked.Network(4);
        var round = await network.HasCorrectable();
        await network.AllAnswer(round, 1, 3);

        var correction = await network.GoesRound(round);
        (await network.Letters("correction-proposed")).ShouldBe(2);
        (await network.Letters("correction")).ShouldBe(4, "everybody gets it at once");
        correction.ObjectUntil.ShouldBe(network.Now.AddHours(24));
        (await network.Round(round.Id)).Latest.Number.ShouldBe(1, "it is not the text before the time to object has ended");
        await network.MoveTo(network.Now.AddHours(25));

        var corrected = await network.Round(round.Id);
        (corrected.Latest.Number, corrected.Latest.Correction, corrected.Latest.Hash, corrected.ClosesAt).ShouldBe((2, true, Corrected.Words(Corrected.Right).Hash(), Asked.Closes));
        (await network.Letters("round")).ShouldBe(4, "nobody is asked for a new answer");
        await network.MoveTo(Asked.Closes.AddMinutes(1));
        var closed = await network.Round(round.Id);
        (closed.Counted!.Of(Stand.Agrees), closed.Counted.Outcome).ShouldBe((3, RoundOutcome.Passed));
        (await network.Mandate(round))!.Hash.ShouldBe(Corrected.Words(Corrected.Right).Hash());
        (await network.Db(async db => Tally.Of(RoundLog.Parse((await db.Log(closed, closed.Ends, Ct)).Canonical())).Canonical())).ShouldBe(closed.Result, "anyone computes the same from the export");
    }

    [Fact]
    public async Task Agreement_holds_over_a_correction_and_not_over_a_new_version_after_it()
    {
        await using var network = await Asked.Network(3);
        var round = await network.HasCorrectable();
        await network.Answers(round, 1);
        await network.GoesRound(round);
        await network.MoveTo(network.Now.AddHours(25));
        await network.Answers(round, 2);

        (await Agreeing(network, round)).ShouldBe(2);
        await network.Rewords(round, "Members want other things.");
        (await Agreeing(network, round)).ShouldBe(0);
        await network.Answers(round, 3);
        await network.GoesRound(round, "Members want other things, too.");
        await network.MoveTo(network.Now.AddHours(25));
        (await Agreeing(network, round)).ShouldBe(1);
    }

    [Fact]
    public async Task A_correction_asks_nothing_anew_of_whoever_is_silent()
    {
        await using var network = await Asked.Network(3);
        var round = await network.HasCorrectable();
        await network.GoesRound(round);
        await network.MoveTo(network.Now.AddHours(25));

        var asks = await network.In(s => s.GetRequiredService<RoundAsks>().Open(s.GetRequiredService<Db>(), null, network.Now, Ct));

        asks.ShouldAllBe(a => a.Since == TheNetwork.Start);
        asks.Count.ShouldBe(3);
    }

    [Fact]
    public async Task It_takes_both_Chairs_and_one_of_them_twice_is_not_both()
    {
        await using var network = await Asked.Network(3);
        var correction = await network.Proposes(await network.HasCorrectable());

        await network.Passes(correction, 2);
        (await Should.ThrowAsync<RuleBroken>(() => network.Passes(correction, 2))).Message.ShouldContain("It takes the other Chair too");

        var waiting = await network.Again(correction);
        (waiting.State, waiting.FirstName, waiting.SecondAt).ShouldBe((CorrectionState.Proposed, "Chair 02", null));
        (await network.Letters("correction")).ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_is_no_Chair_any_more_cannot_pass_it()
    {
        await using var network = await Asked.Network(3);
        var correction = await network.Proposes(await network.HasCorrectable());
        await network.Passes(correction, 1);
        var second = await network.Named(2);
        await network.Db(async db =>
        {
            (await db.Set<Position>().SingleAsync(p => p.Person == second.Person, Ct)).End(new DateOnly(2017, 10, 15));
            await db.Save(TheNetwork.Staff, "End position", Ct);
        });

        (await Should.ThrowAsync<RuleBroken>(() => network.Passes(correction, 2))).Message.ShouldContain("is not Chair of a member today");
        (await network.Again(correction)).State.ShouldBe(CorrectionState.Proposed);
    }

    [Fact]
    public async Task Nobody_but_the_two_passes_it_whatever_their_role()
    {
        await using var network = await Asked.Network(3);
        var correction = await network.Proposes(await network.HasCorrectable());

        foreach (var role in Enum.GetValues<Role>())
        {
            var person = await network.PersonWho(role);
            (await Should.ThrowAsync<RuleBroken>(() => network.Passes(correction, person.Id))).Message.ShouldContain("Only the two Chairs");
        }
        await Should.ThrowAsync<RuleBroken>(() => network.Passes(correction, 3));
        (await network.Again(correction)).FirstAt.ShouldBeNull();
    }

    [Fact]
    public async Task One_objection_stops_it_and_staff_are_told_to_send_a_new_version_or_to_leave_it()
    {
        await using var network = await Asked.Network(4);
        var round = await network.HasCorrectable();
        var correction = await network.GoesRound(round);

        (await Should.ThrowAsync<RuleBroken>(() => network.Objects(correction, 3, " "))).Field.ShouldBe("Reason");
        await network.Objects(correction, 3);
        await network.MoveTo(network.Now.AddHours(25));

        (await network.Round(round.Id)).Latest.Number.ShouldBe(1);
        var stopped = await network.Again(correction);
        (stopped.State, stopped.ObjectedFor, stopped.ObjectedByName, stopped.EndedWhy).ShouldBe((CorrectionState.Objected, "Member 03", "Chair 03", "It changes what lasts."));
        (await Today(network)).ShouldContain(f => f.Contains("Member 03 objects to a correction"));
        await network.Rewords(round, "Members want other things.");
        (await Today(network)).ShouldNotContain(f => f.Contains("objects to a correction"));
    }

    [Fact]
    public async Task Nobody_objects_after_the_time_that_was_said()
    {
        await using var network = await Asked.Network(3);
        var correction = await network.GoesRound(await network.HasCorrectable());
        await network.MoveTo(network.Now.AddHours(24));

        (await Should.ThrowAsync<RuleBroken>(() => network.Objects(correction, 3))).Message.ShouldContain("is the text by now");
    }

    [Fact]
    public async Task Of_two_windows_in_which_the_second_Chair_passes_it_one_does()
    {
        await using var network = await Asked.Network(3);
        var correction = await network.Proposes(await network.HasCorrectable());
        await network.Passes(correction, 1);

        async Task<bool> Passed()
        {
            try
            {
                await network.Passes(correction, 2);
                return true;
            }
            catch (RuleBroken)
            {
                return false;
            }
        }

        (await Task.WhenAll(Passed(), Passed())).Count(p => p).ShouldBe(1);
        (await network.Letters("correction")).ShouldBe(3, "everybody gets it once");
    }

    [Fact]
    public async Task When_the_name_of_one_of_the_two_is_erased_nobody_may_any_more()
    {
        await using var network = await Asked.Network(3);
        var round = await network.HasCorrectable();
        var correction = await network.Proposes(round);
        await network.Passes(correction, 1);
        var first = await network.Named(1);

        await network.In(s => s.GetRequiredService<ErasePerson>().Run(first.Person, TheNetwork.Staff, Ct));

        (await network.Round(round.Id)).CorrectionsSaid.ShouldContain("nobody may");
        (await network.Again(correction)).FirstName.ShouldBe(Response.Former);
        await Should.ThrowAsync<RuleBroken>(() => network.Passes(correction, 2));
    }

    private static Task<int> Agreeing(TheNetwork network, Round round) =>
        network.Db(async db => Tally.Of(await db.Log(await network.Round(round.Id), Asked.Closes, Ct)).Of(Stand.Agrees));

    private static Task<List<string>> Today(TheNetwork network) =>
        network.In(async s => (await s.GetServices<IToday>().OfType<CorrectionsToday>().Single().For(new DateOnly(2017, 10, 17), Ct)).Select(t => t.Fact).ToList());
}
