using Secretariat.Planning;
using Secretariat.Planning.Outcomes;
using Secretariat.Planning.Road;
using Secretariat.Platform.Data;

namespace Secretariat.Tests.Planning.Road;

public class RoadTests
{
    private static readonly Outcome Plan = new(Guid.Empty, "O", 1, null, "Operations plan", Measure.Of(MeasureKind.Exactly, 1, "plan"), Cadence.None, ["plan-steps"]);

    private static PlanStep[] Steps() => [new(Guid.Empty, "drafted", 1, "Drafted", new(2017, 1, 5), false), new(Guid.Empty, "signed", 2, "Signed off", new(2017, 3, 1), false)];

    [Fact]
    public void The_plan_is_delivered_with_the_last_step_of_its_road_and_not_before()
    {
        var steps = Steps();
        steps[0].Take(new(2017, 1, 5), null, new(2017, 1, 5));
        PlanRoad.Proof(Plan, steps).ShouldBeEmpty();
        steps[1].Take(new(2017, 3, 2), "/desk/plan", new(2017, 3, 2));
        PlanRoad.Proof(Plan, steps).Single().Date.ShouldBe(new(2017, 3, 2));
    }

    [Fact]
    public void A_step_cannot_be_taken_tomorrow_or_twice()
    {
        var step = Steps()[0];
        Should.Throw<RuleBroken>(() => step.Take(new(2017, 1, 6), null, new(2017, 1, 5)));
        step.Take(new(2017, 1, 5), null, new(2017, 1, 5));
        Should.Throw<RuleBroken>(() => step.Take(new(2017, 1, 5), null, new(2017, 1, 5)));
    }

    [Fact]
    public void A_step_whose_day_passed_is_late()
    {
        Steps()[0].StateOn(new(2017, 1, 5)).ShouldBe(DateState.Due);
        Steps()[0].StateOn(new(2017, 1, 6)).ShouldBe(DateState.Late);
    }
}
