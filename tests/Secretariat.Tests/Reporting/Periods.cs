using CsCheck;
using Secretariat.Reporting.Operational;

namespace Secretariat.Tests.Reporting;

public sealed class Periods
{
    [Fact]
    public void Whatever_the_dates_every_day_before_the_last_report_is_in_exactly_one_period()
    {
        var first = new DateOnly(2017, 4, 1);
        Gen.Int[2, 360].Array[1, 8].Sample(days =>
        {
            var dates = days.Distinct().Select(first.AddDays).ToList();

            var periods = ReportPeriod.Of(first, dates);

            for (var day = first; day < dates.Max(); day = day.AddDays(1)) periods.Count(p => p.First <= day && day <= p.Last).ShouldBe(1, $"{day}");
            periods.Select(p => p.Due).ShouldBe(dates.Order());
        });
    }

    [Fact]
    public void A_report_due_on_the_first_day_of_the_year_is_about_that_day()
    {
        var first = new DateOnly(2017, 4, 1);
        ReportPeriod.Of(first, [first]).ShouldBe([new ReportPeriod(first, first, first)]);
    }
}
