using CsCheck;
using Secretariat.Planning;
using Secretariat.Planning.Calendar;

namespace Secretariat.Tests.Planning.Calendar;

/// <summary>What must hold for any twelve months, any plan of this kind and any list of bank holidays.</summary>
public sealed class AnyYearTests
{
    private static readonly Gen<PlanYear> Years = Gen.Int[0, 8000].Select(days => new PlanYear(new DateOnly(2010, 1, 1).AddDays(days)));

    private static readonly Gen<Cadence> Cadences = Gen.Select(Gen.Enum<Every>(), Gen.Int[0, 3].SelectMany(n => Gen.Int[1, 12].Array[n]), Gen.Int[0, 3].Select(i => new DayOfWeek?[] { null, DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Thursday }[i]))
        .Select((every, except, weekday) => new Cadence { Every = every, Except = [.. except.Distinct().Order()], Weekday = weekday });

    private static readonly Gen<Promise[]> Plans = Gen.Select(Cadences, Gen.Int[1, 26], Gen.Int[0, 2].Select(i => (MeasureKind)i), Gen.Bool)
        .Array[1, 6].Select(rows => rows.Select((row, i) => new Promise($"X.{i}", $"Promise {i}", Measure.Of(row.Item3, row.Item2, "times"), row.Item1, row.Item4))
            .Append(new Promise("T", "Tied", Measure.Of(MeasureKind.Exactly, 3, "times"), new() { TiedTo = "X.0", DaysBefore = 9 }, false)).ToArray());

    private static readonly Gen<(PlanYear Year, Promise[] Plan, Dictionary<DateOnly, string> Holidays)> All =
        Gen.Select(Years, Plans, Gen.Int[0, 364].Array[0, 12]).Select((year, plan, days) =>
            (year, plan, days.Distinct().ToDictionary(day => year.First.AddDays(day), day => $"Holiday {day}")));

    [Fact]
    public void The_count_is_reached_or_the_outcome_is_flagged() => All.Sample(x =>
    {
        var drawn = YearCalendar.Draw(x.Year, x.Plan, x.Holidays);
        foreach (var promise in x.Plan.Where(p => p.Measure.Kind != MeasureKind.UpTo && p.Cadence.Every != Every.None && p.Cadence.TiedTo is null))
            (drawn.Of(promise.Code).Count() == promise.Measure.Count || drawn.Notes.Any(note => note.Flag && note.Code == promise.Code)).ShouldBeTrue();
    });

    [Fact]
    public void No_drawn_date_is_outside_the_year_or_in_a_skipped_month_or_at_a_weekend_or_on_a_bank_holiday() => All.Sample(x =>
    {
        foreach (var slot in YearCalendar.Draw(x.Year, x.Plan, x.Holidays).Slots)
        {
            x.Year.Contains(slot.Date).ShouldBeTrue();
            x.Plan.Single(p => p.Code == slot.Code).Cadence.Open(slot.Date).ShouldBeTrue();
            x.Holidays.ContainsKey(slot.Date).ShouldBeFalse();
            slot.Date.DayOfWeek.ShouldNotBeOneOf(DayOfWeek.Saturday, DayOfWeek.Sunday);
        }
    });

    [Fact]
    public void Drawing_again_changes_nothing_whatever_has_been_kept_in_between() => Gen.Select(All, Gen.Int).Sample((x, seed) =>
    {
        var first = YearCalendar.Draw(x.Year, x.Plan, x.Holidays);
        var some = first.Slots.Where((_, i) => ((seed >> (i % 31)) & 1) == 1).ToArray();
        var again = YearCalendar.Draw(x.Year, x.Plan, x.Holidays, some);
        again.Slots.Select(slot => (slot.Code, slot.Number, slot.Date)).ShouldBe(first.Slots.Select(slot => (slot.Code, slot.Number, slot.Date)));
    });

    [Fact]
    public void A_moved_date_stays_moved_and_leaves_the_others_of_its_outcome_distinct() => Gen.Select(All, Gen.Int[0, 1000], Gen.Int[0, 364]).Sample((x, which, day) =>
    {
        var first = YearCalendar.Draw(x.Year, x.Plan, x.Holidays);
        if (first.Slots.Count == 0) return;
        var moved = first.Slots[which % first.Slots.Count] with { Date = x.Year.First.AddDays(day), Why = "By hand" };
        var second = YearCalendar.Draw(x.Year, x.Plan, x.Holidays, [moved]);
        second.Slots.ShouldContain(moved with { Kept = true });
        var third = YearCalendar.Draw(x.Year, x.Plan, x.Holidays, [.. second.Slots.Where(slot => slot.Kept)]);
        third.Slots.ShouldBe(second.Slots);
    });

    [Fact]
    public void A_beat_never_slips_by_a_day_unless_a_bank_holiday_moved_it() => All.Sample(x =>
    {
        foreach (var promise in x.Plan.Where(p => p.Cadence.Every is Every.Week or Every.Fortnight))
        {
            var still = YearCalendar.Draw(x.Year, x.Plan, x.Holidays).Of(promise.Code).Where(slot => slot.Why is null).Select(slot => slot.Date.DayNumber).ToList();
            still.Select(day => (day - still[0]) % (promise.Cadence.Every is Every.Week ? 7 : 14)).ShouldAllBe(rest => rest == 0);
        }
    });
}
