using CsCheck;
using Secretariat.Members.Asks;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;

namespace Secretariat.Tests.Members.Asks;

/// <summary>Whatever the days on which something opens and closes: a person is asked, and is left in peace.</summary>
public class AskRulesHeld
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    [Fact]
    public void An_ask_is_made_before_it_is_due_and_never_twice_in_three_days() =>
        Gen.Select(Gen.Int[0, 60 * 24], Gen.Int[73, 40 * 24], Gen.Bool).Sample((opens, open, own) =>
        {
            var since = new DateTimeOffset(2017, 10, 1, 0, 0, 0, TimeSpan.Zero).AddHours(opens);
            var ask = new Ask("round", "x", Guid.Empty, "Ada", "ada@ferry.example", "Answer", since, since.AddHours(open), 1, "/my");
            var asked = Mornings(ask, own ? since : null).ToList();

            if (!own) asked.ShouldNotBeEmpty();
            if (own) asked.ShouldAllBe(a => a.At.DateIn(London).DayNumber - since.DateIn(London).DayNumber >= AskRules.PeaceDays);
            asked.ShouldAllBe(a => a.At < ask.By);
            asked.Zip(asked.Skip(1)).ShouldAllBe(pair => pair.Second.At.DateIn(London).DayNumber - pair.First.At.DateIn(London).DayNumber >= AskRules.PeaceDays);
            asked.Where(a => a.Way == AskWay.Weekly).ShouldAllBe(a => a.At.DateIn(London).DayOfWeek == AskRules.WeeklyDay);
            asked.Where(a => a.Way == AskWay.Urgent).ShouldAllBe(a => ask.By - a.At <= AskRules.Soon);
        });

    [Fact]
    public void A_morning_on_which_the_engine_does_not_look_is_one_on_which_it_would_write_nothing() =>
        Gen.Select(Gen.Int[0, 60 * 24], Gen.Int[73, 40 * 24], Gen.Bool).Sample((opens, open, own) =>
        {
            var since = new DateTimeOffset(2017, 10, 1, 0, 0, 0, TimeSpan.Zero).AddHours(opens);
            var ask = new Ask("round", "x", Guid.Empty, "Ada", "ada@ferry.example", "Answer", since, since.AddHours(open), 1, "/my");

            var looked = new HashSet<DateOnly>();
            for (var day = since.DateIn(London).AddDays(-1); day <= ask.By.DateIn(London); looked.Add(day)) day = AskRules.NextLook(day, [ask.By], London).DateIn(London);

            Mornings(ask, own ? since : null).ShouldAllBe(a => looked.Contains(a.At.DateIn(London)));
            looked.Count.ShouldBeLessThan(open / 24 + 4);
        });

    [Fact]
    public void The_weekly_hour_is_nine_in_summer_and_in_winter()
    {
        AskRules.NextSlot(new(2017, 10, 24, 7, 59, 0, TimeSpan.Zero), London).ShouldBe(new(2017, 10, 24, 8, 0, 0, TimeSpan.Zero));
        AskRules.NextSlot(new(2017, 10, 24, 8, 0, 0, TimeSpan.Zero), London).ShouldBe(new(2017, 10, 31, 9, 0, 0, TimeSpan.Zero));
    }

    /// <summary>As the engine looks: at nine each day.</summary>
    private static IEnumerable<(DateTimeOffset At, AskWay Way)> Mornings(Ask ask, DateTimeOffset? last)
    {
        for (var day = ask.Since.DateIn(London); day <= ask.By.DateIn(London); day = day.AddDays(1))
        {
            // The look takes its time: some seconds later on one morning than on another.
            var now = day.At(AskRules.Hour, London).AddSeconds(day.DayNumber * 37 % 60);
            if (now < ask.Since || AskRules.Due(ask, last, now, London) is not { } way) continue;
            last = now;
            yield return (now, way);
        }
    }
}
