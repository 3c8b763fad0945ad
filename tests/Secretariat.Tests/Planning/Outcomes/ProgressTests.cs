using CsCheck;
using Secretariat.Planning;
using Secretariat.Planning.Outcomes;

namespace Secretariat.Tests.Planning.Outcomes;

public sealed class ProgressTests
{
    private static readonly PlanYear Year = new(new(2017, 4, 1));
    private static readonly Measure TwentyTwo = Measure.Of(MeasureKind.Exactly, 22, "bulletins");
    private static readonly Promised[] Fortnights = [.. Enumerable.Range(0, 22).Select(i => new Promised(i + 1, new DateOnly(2017, 4, 4).AddDays(14 * i)))];

    private static Proof Sent(int month, int day) => new(new(2017, month, day), $"Bulletin of {day}/{month}", $"/b/{month}/{day}");

    [Fact]
    public void Delivered_is_what_the_evidence_counts_and_each_date_knows_its_own()
    {
        var progress = Progress.Of(TwentyTwo, Year, Fortnights, [Sent(4, 4), Sent(4, 18)], new(2017, 4, 20));
        progress.Delivered.ShouldBe(2);
        progress.Dates[1].Proof!.Href.ShouldBe("/b/4/18");
        progress.Dates.Select(date => date.State).Take(4).ShouldBe([DateState.Done, DateState.Done, DateState.Due, DateState.Planned]);
        progress.Next!.Date.ShouldBe(new(2017, 5, 2));
    }

    [Fact]
    public void A_bulletin_that_was_missed_is_late_and_the_ones_around_it_are_not()
        => Progress.Of(TwentyTwo, Year, Fortnights, [Sent(4, 4), Sent(5, 2)], new(2017, 5, 3)).Dates.Where(date => date.State == DateState.Late).Select(date => date.Date).ShouldBe([new(2017, 4, 18)]);

    [Fact]
    public void A_bulletin_sent_eight_days_late_keeps_its_own_date_and_not_the_next()
    {
        var dates = Progress.Of(TwentyTwo, Year, Fortnights, [Sent(4, 4), Sent(4, 26)], new(2017, 4, 26)).Dates;
        dates[1].State.ShouldBe(DateState.Done);
        dates[2].State.ShouldBe(DateState.Due);
    }

    [Fact]
    public void The_day_itself_is_due_and_the_day_after_is_late()
    {
        Progress.Of(TwentyTwo, Year, Fortnights, [], new(2017, 4, 4)).Dates[0].State.ShouldBe(DateState.Due);
        Progress.Of(TwentyTwo, Year, Fortnights, [], new(2017, 4, 5)).Dates[0].State.ShouldBe(DateState.Late);
    }

    [Fact]
    public void A_late_date_makes_the_forecast_short_until_it_is_done()
    {
        Progress.Of(TwentyTwo, Year, Fortnights, [Sent(4, 4)], new(2017, 4, 20)).Forecast.InWords.ShouldBe("21, 1 short");
        Progress.Of(TwentyTwo, Year, Fortnights, [Sent(4, 4), Sent(4, 21)], new(2017, 4, 21)).Forecast.InWords.ShouldBe("22");
    }

    [Fact]
    public void A_dropped_date_is_neither_late_nor_expected()
    {
        var progress = Progress.Of(TwentyTwo, Year, Fortnights.Select(date => date.Number == 2 ? date with { Dropped = true } : date), [Sent(4, 4)], new(2017, 4, 20));
        progress.Late.ShouldBe(0);
        progress.Dates[1].State.ShouldBe(DateState.Dropped);
        progress.Forecast.Short.ShouldBe(1);
    }

    [Fact]
    public void Up_to_ten_is_never_short()
        => Progress.Of(Measure.Of(MeasureKind.UpTo, 10, "newsletters"), Year, [], [Sent(4, 4)], new(2018, 3, 31)).Forecast.Short.ShouldBe(0);

    [Fact]
    public void What_has_no_count_is_forecast_from_its_pace_after_four_weeks()
    {
        var ongoing = Measure.Of(MeasureKind.Ongoing, null, "enquiries");
        Progress.Of(ongoing, Year, [], [Sent(4, 4)], new(2017, 4, 10)).Forecast.InWords.ShouldBe("too early to say");
        Progress.Of(ongoing, Year, [], [Sent(4, 4), Sent(5, 4), Sent(6, 4)], new(2017, 6, 30)).Forecast.InWords.ShouldBe("about 12 at this pace");
    }

    [Fact]
    public void What_stands_rather_than_happens_has_no_pace()
        => Progress.Of(Measure.Of(MeasureKind.Ongoing, null, "seats filled"), Year, [], [Sent(4, 4), Sent(5, 4)], new(2017, 10, 1), stock: true).Forecast.InWords.ShouldBe("as it stands");

    [Fact]
    public void Every_piece_of_evidence_keeps_one_date_while_there_are_dates_and_in_order() =>
        Gen.Select(Gen.Int[0, 400].Array[0, 25], Gen.Int[0, 400].Array[0, 25]).Sample((promised, done) =>
        {
            DateOnly Day(int i) => Year.First.AddDays(i);
            var kept = Matching.Nearest([.. promised.Order().Select(Day)], [.. done.Order().Select(Day)]);
            kept.OfType<int>().ShouldBe(Enumerable.Range(0, Math.Min(promised.Length, done.Length)));
        });

    [Fact]
    public void No_other_matching_in_order_is_nearer() => Gen.Select(Gen.Int[0, 60].Array[1, 7], Gen.Int[0, 60].Array[1, 4]).Sample((promised, done) =>
    {
        if (done.Length > promised.Length) return;
        DateOnly Day(int i) => Year.First.AddDays(i);
        int[] dates = [.. promised.Order()], proofs = [.. done.Order()];
        int Cost(int date, int proof) => proof >= date ? proof - date : 3 * (date - proof);
        int Best(int from, int proof) => proof == proofs.Length ? 0
            : Enumerable.Range(from, dates.Length - from).Where(i => dates.Length - i >= proofs.Length - proof).Min(i => Cost(dates[i], proofs[proof]) + Best(i + 1, proof + 1));
        var kept = Matching.Nearest([.. dates.Select(Day)], [.. proofs.Select(Day)]);
        kept.Select((proof, i) => proof is { } j ? Cost(dates[i], proofs[j]) : 0).Sum().ShouldBe(Best(0, 0));
    });
}
