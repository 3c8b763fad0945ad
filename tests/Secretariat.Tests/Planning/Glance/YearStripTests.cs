using Secretariat.Planning.Glance;
using Secretariat.Planning.Outcomes;
using Secretariat.Tests.Planning.Calendar;

namespace Secretariat.Tests.Planning.Glance;

public sealed class YearStripTests
{
    private static readonly (string, string)[] Pillars = [("A", "Sharing"), ("B", "Promoting"), ("C", "Influencing")];

    private static YearStrip Strip(DateOnly today, params Proof[] bulletins)
    {
        var drawn = TheYear.Draw();
        return YearStrip.Of(TheYear.Of2017, Pillars, [.. TheYear.Promises.Select(p => new OutcomeStanding(Guid.Empty, p.Code, p.Title, p.Code[..1], p.Cadence, p.Gathers,
            Progress.Of(p.Measure, TheYear.Of2017, drawn.Of(p.Code).Select(slot => new Promised(slot.Number, slot.Date)), p.Code == "A.iii" ? bulletins : [], today)))], today, StripLayout.Wide);
    }

    [Fact]
    public void Every_dated_promise_has_one_mark_inside_the_picture()
    {
        var strip = Strip(new(2017, 10, 16));
        var marks = strip.Lanes.SelectMany(lane => lane.Rows).SelectMany(row => row.Marks).ToList();
        marks.Count.ShouldBe(TheYear.Draw().Slots.Count);
        marks.ShouldAllBe(mark => mark.X >= StripLayout.Wide.Left && mark.X <= StripLayout.Wide.Right);
        strip.Lanes.SelectMany(lane => lane.Rows).ShouldAllBe(row => row.Y < strip.Height);
        strip.Lanes.Select(lane => lane.Code).ShouldBe(["A", "B", "C"]);
    }

    [Fact]
    public void The_strip_has_a_tick_for_each_of_the_weeks_and_a_label_for_each_month()
    {
        var strip = Strip(new(2017, 10, 16));
        strip.Weeks.Count.ShouldBe(53);
        strip.Months.Count.ShouldBe(12);
        strip.Today.ShouldNotBeNull();
        Strip(new(2019, 1, 1)).Today.ShouldBeNull();
    }

    [Fact]
    public void A_mark_of_something_done_leads_to_its_evidence_and_says_when_it_was_entered_by_hand()
    {
        var first = Strip(new(2017, 4, 10), new Proof(new(2017, 4, 5), "Bulletin 1", "/desk/bulletins/1", "Dev Ranasinghe")).Lanes[0].Rows.Single(row => row.Code == "A.iii").Marks[0];
        first.Href.ShouldBe("/desk/bulletins/1");
        first.Label.ShouldBe("Bulletins 1, Tuesday 4 April 2017: done on Wednesday 5 April 2017, entered by hand by Dev Ranasinghe");
    }

    [Fact]
    public void The_months_left_out_are_drawn_on_the_rail()
        => Strip(new(2017, 10, 16)).Lanes[0].Rows.Single(row => row.Code == "A.iii").Shut.Count.ShouldBe(2);
}
