using Secretariat.Planning;
using Secretariat.Planning.Calendar;
using Secretariat.Platform.Data;

namespace Secretariat.Tests.Planning.Calendar;

public sealed class YearCalendarTests
{
    private static DateOnly[] Dates(YearCalendar year, string code) => [.. year.Of(code).Select(slot => slot.Date)];

    [Fact]
    public void Twenty_two_bulletins_keep_a_fortnights_beat_through_August_and_December()
    {
        var year = TheYear.Draw();
        var dates = Dates(year, "A.iii");
        dates.Length.ShouldBe(22);
        dates[0].ShouldBe(new(2017, 4, 4));
        dates[^1].ShouldBe(new(2018, 3, 20));
        dates.ShouldAllBe(date => (date.DayNumber - dates[0].DayNumber) % 14 == 0 && date.Month != 8 && date.Month != 12);
        year.Notes.ShouldContain(note => note.Code == "A.iii" && !note.Flag && note.Text.Contains("Tuesday 4 April 2017") && note.Text.Contains("August and December"));
        year.Notes.ShouldNotContain(note => note.Code == "A.iii" && note.Flag);
    }

    [Fact]
    public void Boards_stand_where_the_plans_road_needs_them_and_the_rest_spread()
    {
        var boards = Dates(TheYear.Draw(), "A.iv");
        boards.Length.ShouldBe(7);
        boards[4..].ShouldBe([new(2017, 12, 13), new(2018, 1, 24), new(2018, 3, 1)]);
        boards.Zip(boards.Skip(1), (a, b) => b.DayNumber - a.DayNumber).ShouldAllBe(days => days >= 30 && days <= 95);
    }

    [Fact]
    public void Six_reports_are_due_a_fortnight_before_the_first_six_Boards()
    {
        var year = TheYear.Draw();
        var boards = Dates(year, "A.iv");
        Dates(year, "A.v").ShouldBe(boards[..6].Select(board => board.AddDays(-14)));
    }

    [Fact]
    public void A_report_follows_a_Board_that_was_moved_by_hand()
    {
        var year = TheYear.Draw(new Slot("A.iv", 2, new(2017, 7, 19), "The Chair is away"));
        year.Of("A.v").Single(slot => slot.Number == 2).Date.ShouldBe(new(2017, 7, 5));
    }

    [Fact]
    public void The_conference_and_the_annual_report_share_a_day_in_March_and_that_is_no_clash()
    {
        var year = TheYear.Draw();
        Dates(year, "B.i").ShouldBe([new DateOnly(2018, 3, 13)]);
        Dates(year, "B.ii").ShouldBe(Dates(year, "B.i"));
        year.Notes.ShouldNotContain(note => note.Text.StartsWith("Clash"));
    }

    [Fact]
    public void Dinners_fall_in_October_and_March()
        => Dates(TheYear.Draw(), "C.i").Select(date => date.Month).ShouldBe([10, 3]);

    [Fact]
    public void Gatherings_give_way_to_each_other_and_say_so()
    {
        var year = TheYear.Draw();
        var gatherings = year.Slots.Where(slot => TheYear.Promises.Single(p => p.Code == slot.Code).Gathers).Select(slot => slot.Date).ToList();
        gatherings.ShouldBeUnique();
        year.Of("A.i").ShouldContain(slot => slot.Why != null && slot.Why.Contains("is taken by Management Board meetings"));
    }

    [Fact]
    public void A_date_moved_onto_another_gathering_is_flagged_and_stays()
    {
        var year = TheYear.Draw(new Slot("C.i", 2, new(2018, 3, 1), "The sponsor asked"));
        year.Of("C.i").Single(slot => slot.Number == 2).Date.ShouldBe(new(2018, 3, 1));
        year.Notes.ShouldContain(note => note.Flag && note.Text.StartsWith("Clash") && note.Text.Contains("Chairs' dinners"));
    }

    [Theory]
    [InlineData(2017, 8, 15, "leaves out August")]
    [InlineData(2017, 5, 29, "bank holiday (Spring bank holiday)")]
    [InlineData(2017, 6, 10, "weekend")]
    [InlineData(2018, 4, 3, "outside the year")]
    public void A_hand_moved_date_where_none_should_be_is_flagged(int year, int month, int day, string why)
        => TheYear.Draw(new Slot("A.iii", 3, new(year, month, day))).Notes.ShouldContain(note => note.Flag && note.Code == "A.iii" && note.Text.Contains(why));

    [Fact]
    public void A_bank_holiday_moves_a_bulletin_to_the_next_working_day_and_says_why()
    {
        var holidays = new Dictionary<DateOnly, string>(TheYear.Holidays) { [new(2017, 5, 2)] = "Royal wedding" };
        var third = YearCalendar.Draw(TheYear.Of2017, TheYear.Promises, holidays).Of("A.iii").Single(slot => slot.Number == 3);
        third.Date.ShouldBe(new(2017, 5, 3));
        third.Why.ShouldBe("Tuesday 2 May 2017 is a bank holiday (Royal wedding), so it is on Wednesday 3 May 2017.");
    }

    [Fact]
    public void A_count_that_no_beat_gives_is_flagged_with_the_nearest()
    {
        var thirty = TheYear.Bulletins with { Measure = Measure.Of(MeasureKind.Exactly, 30, "bulletins") };
        var year = YearCalendar.Draw(TheYear.Of2017, [thirty], TheYear.Holidays);
        year.Slots.Count.ShouldBe(22);
        year.Notes.ShouldContain(note => note.Flag && note.Text.Contains("nearest gives 22"));
    }

    [Fact]
    public void Another_weekday_is_taken_when_the_wished_one_cannot_give_the_count_and_that_is_flagged()
    {
        // From Monday 1 October 2018 only some weekdays fit 22 fortnights around August and December.
        var wishes = Enum.GetValues<DayOfWeek>().Where(day => day is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        foreach (var start in Enumerable.Range(0, 12).Select(i => new DateOnly(2018, 1, 1).AddMonths(i)))
            foreach (var day in wishes)
            {
                var promise = TheYear.Bulletins with { Cadence = TheYear.Bulletins.Cadence with { Weekday = day } };
                var drawn = YearCalendar.Draw(new(start), [promise], new Dictionary<DateOnly, string>());
                var slipped = drawn.Slots.Any(slot => slot.Date.DayOfWeek != day);
                drawn.Notes.Any(note => note.Flag && note.Text.Contains($"No beat of {day}s")).ShouldBe(slipped);
            }
    }

    [Fact]
    public void A_date_that_a_person_set_survives_a_smaller_measure_and_is_flagged()
    {
        var fewer = TheYear.Dinners with { Measure = Measure.Of(MeasureKind.Exactly, 1, "dinner") };
        var year = YearCalendar.Draw(TheYear.Of2017, [fewer], TheYear.Holidays, [new Slot("C.i", 2, new(2018, 3, 12), "Eve of the conference")]);
        year.Of("C.i").ShouldContain(slot => slot.Number == 2 && slot.Kept);
        year.Notes.ShouldContain(note => note.Flag && note.Text.Contains("no longer asks for number 2"));
    }

    [Fact]
    public void Outcomes_tied_in_a_circle_are_refused()
    {
        var egg = TheYear.Reports with { Cadence = new() { TiedTo = "B.ii" } };
        var hen = TheYear.AnnualReport with { Cadence = new() { TiedTo = "A.v" } };
        Should.Throw<RuleBroken>(() => YearCalendar.Draw(TheYear.Of2017, [egg, hen], TheYear.Holidays)).Message.ShouldContain("in a circle");
    }
}
