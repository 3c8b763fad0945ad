using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Members.People;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Agreements.Rounds;

/// <summary>A round from its opening to its mandate, or to none.</summary>
public sealed class RoundsCounted
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("collective-agreement", true)]
    [InlineData("full-agreement", false)]
    public async Task Twenty_nine_of_thirty_eight_are_enough_for_collective_agreement_and_not_for_full_agreement(string rule, bool enough)
    {
        await using var network = await Asked.Network();
        var round = await network.HasRound(Asked.Draft(rule));
        await network.AllAnswer(round, 1, 29);
        await network.AllAnswer(round, 30, 32, Answer.Object, "It names one corridor only.");

        await network.MoveTo(Asked.Closes.AddMinutes(1));

        var closed = await network.Round(round.Id);
        closed.State.ShouldBe(RoundState.Closed);
        closed.Counted!.Of(Stand.Silent).ShouldBe(6);
        var mandate = await network.Mandate(round);
        if (!enough)
        {
            mandate.ShouldBeNull();
            closed.Counted.Outcome.ShouldBe(RoundOutcome.NotPassed);
            closed.Counted.Why.ShouldContain("one objection is enough to stop it");
        }
        else
        {
            mandate!.Whose.ShouldBe("29 members, listed");
            mandate.Agreed.Count.ShouldBe(29);
            mandate.Agreed.ShouldNotContain("Member 30");
            mandate.Hash.ShouldBe(round.Latest.Hash);
            mandate.StateOn(new DateOnly(2017, 10, 24)).ShouldBe(MandateState.InForce);
        }
        var decision = await network.Db(db => db.Set<Decision>().AsNoTracking().SingleAsync(d => d.Round == round.Id, Ct));
        (decision.By, decision.How, decision.Outcome).ShouldBe((DecisionBy.Members, DecisionHow.Round, enough ? RoundOutcome.Passed : RoundOutcome.NotPassed));
        (await network.Db(async db => Tally.Of(RoundLog.Parse((await db.Log(closed, closed.Ends, Ct)).Canonical())).Canonical())).ShouldBe(closed.Result);
    }

    [Fact]
    public async Task The_view_is_that_of_all_only_when_all_agree()
    {
        await using var network = await Asked.Network(3);
        var round = await network.HasRound(Asked.Draft("full-agreement"));
        await network.AllAnswer(round, 1, 3);

        await network.MoveTo(Asked.Closes.AddMinutes(1));

        (await network.Mandate(round))!.Whose.ShouldBe("all 3");
    }

    [Fact]
    public async Task A_late_answer_is_kept_and_not_counted_and_closing_twice_writes_one_decision()
    {
        await using var network = await Asked.Network(4);
        var round = await network.HasRound();
        await network.AllAnswer(round, 1, 2);
        await network.MoveTo(Asked.Closes.AddMinutes(1));
        var result = (await network.Round(round.Id)).Result;

        (await network.Answers(round, 3)).Late.ShouldBeTrue();
        (await network.In(s => s.GetRequiredService<CloseRound>().Run(round.Id, null, TheNetwork.Staff, network.Now, Ct))).ShouldBeFalse();

        (await network.Log(round)).Count.ShouldBe(3);
        var closed = await network.Round(round.Id);
        closed.Result.ShouldBe(result);
        (await network.Db(async db => Tally.Of(await db.Log(closed, closed.Ends, Ct)))).Of(Stand.Agrees).ShouldBe(2);
        (await network.Db(db => db.Set<Decision>().CountAsync(Ct))).ShouldBe(1);
        (await network.Mandate(round)).ShouldBeNull();
    }

    [Fact]
    public async Task Editing_the_rule_after_opening_changes_nothing_in_the_round()
    {
        await using var network = await Asked.Network(4);
        var round = await network.HasRound();
        await network.AllAnswer(round, 1, 3);
        await network.Db(async db =>
        {
            var rule = await db.Set<RoundRule>().SingleAsync(r => r.Code == "collective-agreement", Ct);
            rule.Change(rule.Terms with { Name = "Changed", Threshold = new(1, 1, false) });
            await db.Save(TheNetwork.Staff, "Change the rule", Ct);
        });

        await network.MoveTo(Asked.Closes.AddMinutes(1));

        (await network.Mandate(round))!.RuleName.ShouldBe("Collective agreement");
        (await network.Round(round.Id)).Terms!.Threshold.ShouldBe(new Threshold(3, 4, false));
    }

    [Fact]
    public async Task Of_two_windows_that_answer_at_once_both_lines_are_kept_and_the_last_counts()
    {
        await using var network = await Asked.Network(3);
        var round = await network.HasRound();

        await Task.WhenAll(network.Answers(round, 1), network.Answers(round, 1, Answer.Object, "On second thoughts."));

        var log = await network.Log(round);
        log.Select(r => r.Number).ShouldBe([1, 2]);
        var count = await network.Db(async db => Tally.Of(await db.Log(round, round.Ends, Ct)));
        count.Standings.Single(s => s.Response is not null).Response.ShouldBe(2);
        count.Of(log[1].Answer == Answer.Agree ? Stand.Agrees : Stand.Objects).ShouldBe(1);
    }

    [Fact]
    public async Task A_Chair_whose_term_ended_after_answering_has_answered_and_answers_no_more()
    {
        await using var network = await Asked.Network(3);
        var round = await network.HasRound();
        await network.Answers(round, 1);
        await network.Db(async db =>
        {
            var chair = await db.Set<Person>().Include(p => p.Positions).SingleAsync(p => p.Name == "Chair 01", Ct);
            chair.Positions[0].End(new DateOnly(2017, 10, 15));
            await db.Save(TheNetwork.Staff, "End position", Ct);
        });

        (await Should.ThrowAsync<RuleBroken>(() => network.Answers(round, 1, Answer.Object, "No."))).Message.ShouldContain("no position today");
        (await network.Db(async db => Tally.Of(await db.Log(round, round.Ends, Ct)))).Of(Stand.Agrees).ShouldBe(1);
    }

    [Fact]
    public async Task An_agreement_lapses_with_a_new_version_unless_the_round_said_that_it_carries_over_and_the_redline_was_seen()
    {
        await using var network = await Asked.Network(3);
        foreach (var carry in new[] { false, true })
        {
            var round = await network.HasRound(Asked.Draft() with { CarryOver = carry });
            await network.AllAnswer(round, 1, 2);
            await network.In(s => s.GetRequiredService<NewVersion>().Run(round.Id, 1, "Members want much **longer** transport funding.", RoundText.Written("Transport funding", "Members want much **longer** transport funding.", []), Asked.Closes.AddDays(2), TheNetwork.Staff, network.Now, Ct));
            using var browser = network.Client();
            var link = await network.LinkOf(round, 1);
            (await browser.GetAsync(link, Ct)).EnsureSuccessStatusCode();
            await browser.PostAsync($"{link}?handler=seen", new FormUrlEncodedContent([new("hash", (await network.Round(round.Id)).Latest.Hash)]), Ct);

            var now = await network.Round(round.Id);
            var count = await network.Db(async db => Tally.Of(await db.Log(now, now.Ends, Ct)));

            count.Of(Stand.Agrees).ShouldBe(carry ? 1 : 0);
            count.Of(Stand.Lapsed).ShouldBe(carry ? 1 : 2);
            now.ClosesAt.ShouldBe(Asked.Closes.AddDays(2));
        }
    }

    [Fact]
    public async Task Opening_writes_to_each_Chair_and_to_the_PA_by_a_letter_of_their_own()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        network.Clock.StopAt(new DateTimeOffset(2019, 1, 14, 9, 0, 0, TimeSpan.Zero));
        var round = await network.HasRound(Asked.Draft() with { ClosesAt = network.Now.AddDays(7) });

        (await network.Db(db => db.Set<Delivery>().Select(d => d.Address).OrderBy(a => a).ToListAsync(Ct))).ShouldBe(
            ["greta.sandpiper@aldermouth.example", "hussein.lock@brackwater.example", "nuala.ferris@aldermouth.example", "odile.brook@crossmere.example"], ignoreOrder: true);
        var elector = await network.Db(db => db.Set<Elector>().Include(e => e.People).AsNoTracking().SingleAsync(e => e.Round == round.Id && e.Code == "ALD", Ct));
        elector.People.Select(p => (p.Name, p.Capacity)).ShouldBe(
            [("Greta Sandpiper", "Chair"), ("Lionel Weir", "chief executive"), ("Nuala Ferris", "PA, for Greta Sandpiper, Chair")], ignoreOrder: true);
        (await network.Db(db => db.Set<AuditEntry>().Where(e => e.Verb == "Open round").Select(e => e.RecordType).Distinct().ToListAsync(Ct))).ShouldContain(nameof(Elector));
    }

    [Fact]
    public void Silence_is_consent_only_where_a_round_may_say_so()
    {
        var open = (RoundDraft draft, RoundTerms rule) => new Round(draft with { Silence = Silence.Consent }).Open(rule, 3, TheNetwork.Start);
        RoundTerms Rule(Threshold? part) => new("R", "", part, RoundBase.Members, null, Objections.Listed, false, Silence.Nothing, false);

        Should.Throw<RuleBroken>(() => open(Asked.Draft(kind: RoundKind.Confirm), Rule(null))).Message.ShouldContain("never consent");
        Should.Throw<RuleBroken>(() => open(Asked.Draft(), Rule(new(1, 1, false)))).Message.ShouldContain("never consent");
        open(Asked.Draft(), Rule(new(3, 4, false)));
    }
}
