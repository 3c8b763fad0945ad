using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Planning;
using Secretariat.Planning.Outcomes;
using Secretariat.Planning.Road;
using Secretariat.Planning.Road.Rules;
using Secretariat.Platform.Data;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Planning.Road;

public class RoadTests
{
    private const string About = "plan:2017-18";
    private static readonly Outcome Plan = new(Guid.Empty, "O", 1, null, "Operations plan", Measure.Of(MeasureKind.Exactly, 1, "plan"), Cadence.None, ["plan-steps"]);

    private static PlanStep[] Steps() => [new(Guid.Empty, "drafted", 1, "Drafted", new(2017, 1, 5), false), new(Guid.Empty, "signed", 2, "Signed off", new(2017, 3, 1), false)];

    private static PlanStep[] Proven() =>
    [
        new(Guid.Empty, "shared", 1, "Shared for comment", new(2017, 1, 5), false) { Kind = StepKind.Comments },
        new(Guid.Empty, "considered", 2, "Comments considered", new(2017, 1, 25), false) { Kind = StepKind.Board },
        new(Guid.Empty, "confirmation", 3, "Confirmed by the Chairs", new(2017, 1, 31), false) { Kind = StepKind.Confirmation, Besides = ["gov"] },
        new(Guid.Empty, "signed", 4, "Signed off", new(2017, 3, 1), false) { Kind = StepKind.Board },
    ];

    private static readonly DecisionFact Considered = new(Guid.NewGuid(), $"{About}:considered", DecisionBy.Board, RoundOutcome.Passed, new(2017, 1, 25));
    private static readonly DecisionFact Signed = new(Guid.NewGuid(), $"{About}:signed", DecisionBy.Board, RoundOutcome.Passed, new(2017, 3, 1));
    private static readonly RoundFact Comments = new(Guid.NewGuid(), $"{About}:shared", RoundKind.Comment, RoundBase.Members, false, new(2017, 1, 5), new(2017, 1, 20), 38, 0);
    private static readonly RoundFact Confirms = new(Guid.NewGuid(), $"{About}:confirmation", RoundKind.Confirm, RoundBase.Members, false, new(2017, 1, 31), new(2017, 2, 21), 38, 0);
    private static readonly BesideFact Government = new("gov", "Government", new(2017, 2, 23));
    private static readonly RoadFacts Whole = new([Considered, Signed], [Comments, Confirms], [Government]);

    private static string Taken(RoadFacts facts) => string.Join(' ', RoadRule.Judge(About, Proven(), facts).Where(s => s.IsTaken).Select(s => s.Step.Code));

    [Fact]
    public void The_plan_is_delivered_with_the_last_step_of_its_road_and_not_before()
    {
        var steps = Steps();
        steps[0].Take(new(2017, 1, 5), "/desk/plan", TheNetwork.Staff, new(2017, 1, 5));
        PlanRoad.Proof(Plan, RoadRule.Judge(About, steps, RoadFacts.None)).ShouldBeEmpty();
        steps[1].Take(new(2017, 3, 2), "/desk/plan", TheNetwork.Staff, new(2017, 3, 2));
        var proof = PlanRoad.Proof(Plan, RoadRule.Judge(About, steps, RoadFacts.None)).Single();
        (proof.Date, proof.Href, proof.ByHand).ShouldBe((new(2017, 3, 2), "/desk/plan", TheNetwork.Staff.Name));

        PlanRoad.Proof(Plan, RoadRule.Judge(About, Proven(), Whole)).Single().Href.ShouldBe($"/desk/decisions/{Signed.Id}");
    }

    [Fact]
    public void A_step_cannot_be_taken_by_hand_tomorrow_or_twice_or_without_evidence()
    {
        var step = Steps()[0];
        Should.Throw<RuleBroken>(() => step.Take(new(2017, 1, 6), "/desk/plan", TheNetwork.Staff, new(2017, 1, 5)));
        Should.Throw<RuleBroken>(() => step.Take(new(2017, 1, 5), " ", TheNetwork.Staff, new(2017, 1, 5))).Field.ShouldBe("Evidence");
        step.Take(new(2017, 1, 5), "/desk/plan", TheNetwork.Staff, new(2017, 1, 5));
        Should.Throw<RuleBroken>(() => step.Take(new(2017, 1, 5), "/desk/plan", TheNetwork.Staff, new(2017, 1, 5)));
    }

    [Fact]
    public void What_is_written_down_of_another_year_is_taken_for_a_slip()
    {
        var today = new DateOnly(2017, 3, 2);
        Should.Throw<RuleBroken>(() => Steps()[0].Take(new(2016, 1, 4), "/desk/plan", TheNetwork.Staff, today)).Field.ShouldBe("On");
        Steps()[0].Take(new(2016, 1, 5), "/desk/plan", TheNetwork.Staff, today);

        var step = Proven()[2];
        BesideConfirmation Says(DateOnly on) => new(step, Guid.NewGuid(), new Confirmed(on, 1, "By letter.", null), TheNetwork.Staff, TheNetwork.Start, today);
        Should.Throw<RuleBroken>(() => Says(new(2016, 1, 30))).Field.ShouldBe("On");
        Should.Throw<RuleBroken>(() => Says(today.AddDays(1))).Field.ShouldBe("On");
        Says(new(2016, 1, 31)).On.ShouldBe(new(2016, 1, 31));
    }

    [Fact]
    public void A_step_whose_day_passed_is_late()
    {
        var step = RoadRule.Judge(About, Steps(), RoadFacts.None)[0];
        step.StateOn(new(2017, 1, 5)).ShouldBe(DateState.Due);
        step.StateOn(new(2017, 1, 6)).ShouldBe(DateState.Late);
    }

    [Fact]
    public void A_step_is_taken_by_its_proof_and_all_of_them_make_the_road()
    {
        var road = RoadRule.Judge(About, Proven(), Whole);

        road.ShouldAllBe(s => s.IsSettled);
        road.Select(s => s.TakenOn).ShouldBe([new DateOnly(2017, 1, 5), new(2017, 1, 25), new(2017, 1, 31), new(2017, 3, 1)]);
        road[2].Proofs.Select(p => p.Href).ShouldBe([$"/desk/rounds/{Confirms.Id}", $"/desk/plan/road/{road[2].Step.Id}/confirmed/gov"]);
    }

    [Fact]
    public void Comments_are_not_considered_while_one_has_no_disposition_or_the_round_is_open()
    {
        Taken(Whole with { Rounds = [Comments with { Waiting = 1 }, Confirms] }).ShouldBe("shared confirmation");
        Taken(Whole with { Rounds = [Comments with { Open = true }, Confirms] }).ShouldBe("shared confirmation");
        RoadRule.Judge(About, Proven(), Whole with { Rounds = [Comments with { Waiting = 2 }, Confirms] })[1].Waits.Single().Text.ShouldBe("2 comments have no disposition.");
    }

    [Fact]
    public void The_Board_signs_off_when_the_Chairs_were_asked_their_time_is_over_and_government_has_confirmed()
    {
        Taken(Whole with { Rounds = [Comments, Confirms with { Open = true }] }).ShouldBe("shared considered confirmation");
        Taken(Whole with { Besides = [Government with { On = null }] }).ShouldBe("shared considered confirmation");
        Taken(Whole with { Rounds = [Comments] }).ShouldBe("shared considered");
    }

    [Fact]
    public void What_the_Board_decided_before_the_answers_were_in_is_no_decision_about_them()
    {
        var early = Whole with { Decisions = [Considered with { Date = new(2017, 1, 19) }, Signed] };
        Taken(early).ShouldBe("shared confirmation");
        RoadRule.Judge(About, Proven(), early)[1].Waits.Single().Text.ShouldBe("The Board decided on 19 January 2017, and what it decides upon was complete on 20 January 2017: it decides again.");
        Taken(Whole with { Decisions = [Considered, Signed with { Date = new(2017, 2, 22) }] }).ShouldBe("shared considered confirmation");
        Taken(early with { Decisions = [.. early.Decisions, Considered] }).ShouldBe("shared considered confirmation signed");
        Taken(Whole with { Rounds = [Comments with { SettledOn = new(2017, 1, 26) }, Confirms] }).ShouldBe("shared confirmation");
    }

    [Fact]
    public void The_last_word_of_the_Board_counts() =>
        Taken(Whole with { Decisions = [Considered, Signed, Signed with { Id = Guid.NewGuid(), Date = new(2017, 3, 8), Outcome = RoundOutcome.NotPassed }] }).ShouldBe("shared considered confirmation");

    [Fact]
    public void A_decision_under_another_rule_than_the_step_asks_for_does_not_take_it()
    {
        PlanStep[] steps = [new(Guid.Empty, "considered", 1, "Considered", new(2017, 1, 25), false) { Kind = StepKind.Board, Rule = "board-majority" }];
        var facts = RoadFacts.None with { Decisions = [Considered with { Rule = "board-majority" }] };

        RoadRule.Judge(About, steps, facts).Single().IsTaken.ShouldBeTrue();
        RoadRule.Judge(About, steps, facts with { Decisions = [Considered with { Rule = "anybody" }] }).Single().Waits.Single().Text.ShouldStartWith("The Board decided under another rule");
    }

    [Fact]
    public void What_only_looks_like_a_proof_proves_nothing()
    {
        Taken(Whole with { Rounds = [Comments with { Base = RoundBase.Seats }, Confirms] }).ShouldBe("confirmation");
        Taken(Whole with { Rounds = [Comments with { Kind = RoundKind.Views }, Confirms] }).ShouldBe("confirmation");
        Taken(Whole with { Decisions = [Considered with { Outcome = RoundOutcome.NotPassed }, Signed] }).ShouldBe("shared confirmation");
        Taken(Whole with { Decisions = [Considered with { By = DecisionBy.Members }, Signed] }).ShouldBe("shared confirmation");
        Taken(Whole with { Decisions = [Considered with { About = "plan:2018-19:considered" }, Signed] }).ShouldBe("shared confirmation");
    }

    [Fact]
    public void A_step_recorded_by_hand_holds_nothing_up_and_is_marked()
    {
        var steps = Proven();
        steps[0].Take(new(2017, 1, 6), "/desk/plan", TheNetwork.Staff, new(2017, 1, 6));

        var road = RoadRule.Judge(About, steps, Whole with { Rounds = [Confirms] });

        road.ShouldAllBe(s => s.IsTaken);
        road[0].Proofs.Single().ByHand.ShouldBe(TheNetwork.Staff.Name);
    }
}
