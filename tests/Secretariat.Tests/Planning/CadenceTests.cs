using Secretariat.Planning;
using Secretariat.Platform.Data;

namespace Secretariat.Tests.Planning;

public class CadenceTests
{
    [Fact]
    public void A_cadence_reads_as_a_person_would_say_it()
    {
        new Cadence { Every = Every.Fortnight, Weekday = DayOfWeek.Tuesday, Except = [8, 12] }.InWords.ShouldBe("every fortnight, on a Tuesday, none in August or December");
        new Cadence { Every = Every.HalfYear, Months = [10, 3] }.InWords.ShouldBe("twice a year, in October and March");
        new Cadence { TiedTo = "A.iv", DaysBefore = 14 }.InWords.ShouldBe("14 days before A.iv");
        new Cadence { TiedTo = "B.i" }.InWords.ShouldBe("on the same day as B.i");
    }

    [Fact]
    public void What_cannot_be_meant_is_refused()
    {
        Should.Throw<RuleBroken>(() => new Cadence { Except = [0] }.Checked());
        Should.Throw<RuleBroken>(() => new Cadence { Except = [12], At = [new(12, Nth: 2, Weekday: DayOfWeek.Wednesday)] }.Checked()).Message.ShouldContain("December");
        Should.Throw<RuleBroken>(() => new Cadence { TiedTo = "A.iv", At = [new(3, Day: 1)] }.Checked());
        Should.Throw<RuleBroken>(() => Measure.Of(MeasureKind.Exactly, null, "bulletins"));
        Should.Throw<RuleBroken>(() => Measure.Of(MeasureKind.Ongoing, 3, "enquiries"));
    }

    [Fact]
    public void A_place_in_the_year_is_found_in_any_twelve_months()
    {
        var year = new PlanYear(new(2017, 4, 1));
        new Placement(12, Nth: 2, Weekday: DayOfWeek.Wednesday).In(year).ShouldBe(new(2017, 12, 13));
        new Placement(1, Nth: 4, Weekday: DayOfWeek.Wednesday).In(year).ShouldBe(new(2018, 1, 24));
        new Placement(5, Nth: -1, Weekday: DayOfWeek.Monday).In(year).ShouldBe(new(2017, 5, 29));
        new Placement(3, Day: 1).In(year).ShouldBe(new(2018, 3, 1));
        new Placement(2, Day: 29).In(year).ShouldBeNull();
        new Placement(2, Day: 29).In(new(new(2019, 10, 1))).ShouldBe(new(2020, 2, 29));
        new Placement(9, Nth: 5, Weekday: DayOfWeek.Monday).In(year).ShouldBeNull();
    }

    [Fact]
    public void Every_kind_and_rhythm_has_a_name_that_reads_back()
    {
        foreach (var kind in Enum.GetValues<MeasureKind>()) Measure.KindOf(Measure.Code(kind)).ShouldBe(kind);
        foreach (var every in Enum.GetValues<Every>()) Cadence.EveryOf(Cadence.Code(every)).ShouldBe(every);
        Measure.KindOf("sometimes").ShouldBeNull();
        Cadence.EveryOf("moonphase").ShouldBeNull();
    }
}
