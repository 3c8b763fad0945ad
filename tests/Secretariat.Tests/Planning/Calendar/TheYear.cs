using Secretariat.Planning;
using Secretariat.Planning.Calendar;

namespace Secretariat.Tests.Planning.Calendar;

/// <summary>The LEP Network's dated promises of 2017/18, as its pack has them.</summary>
static class TheYear
{
    public static readonly PlanYear Of2017 = new(new(2017, 4, 1));

    public static readonly Dictionary<DateOnly, string> Holidays = new()
    {
        [new(2017, 4, 14)] = "Good Friday",
        [new(2017, 4, 17)] = "Easter Monday",
        [new(2017, 5, 1)] = "Early May bank holiday",
        [new(2017, 5, 29)] = "Spring bank holiday",
        [new(2017, 8, 28)] = "Summer bank holiday",
        [new(2017, 12, 25)] = "Christmas Day",
        [new(2017, 12, 26)] = "Boxing Day",
        [new(2018, 1, 1)] = "New Year's Day",
        [new(2018, 3, 30)] = "Good Friday"
    };

    public static readonly Promise Executives = new("A.i", "Chief executives' meetings", Exactly(6, "meetings"),
        new() { Every = Every.TwoMonths, Weekday = DayOfWeek.Wednesday, Except = [8, 12] }, Gathers: true);
    public static readonly Promise Bulletins = new("A.iii", "Bulletins", Exactly(22, "bulletins"),
        new() { Every = Every.Fortnight, Weekday = DayOfWeek.Tuesday, Except = [8, 12] }, Gathers: false);
    public static readonly Promise Boards = new("A.iv", "Management Board meetings", Exactly(7, "meetings"), new()
    {
        Every = Every.TwoMonths,
        Weekday = DayOfWeek.Wednesday,
        Except = [8],
        At = [new(12, Nth: 2, Weekday: DayOfWeek.Wednesday), new(1, Nth: 4, Weekday: DayOfWeek.Wednesday), new(3, Day: 1)]
    }, Gathers: true);
    public static readonly Promise Reports = new("A.v", "Operational reports", Exactly(6, "reports"), new() { Every = Every.TwoMonths, TiedTo = "A.iv", DaysBefore = 14 }, Gathers: false);
    public static readonly Promise Conference = new("B.i", "Conference", Exactly(1, "conference"),
        new() { Every = Every.Year, Months = [3], At = [new(3, Nth: 2, Weekday: DayOfWeek.Tuesday)] }, Gathers: true);
    public static readonly Promise AnnualReport = new("B.ii", "Annual report", Exactly(1, "report"), new() { Every = Every.Year, Months = [3], TiedTo = "B.i" }, Gathers: false);
    public static readonly Promise Newsletters = new("B.iii", "Newsletters", Measure.Of(MeasureKind.UpTo, 10, "newsletters"),
        new() { Every = Every.Month, Weekday = DayOfWeek.Thursday, Except = [8, 12] }, Gathers: false);
    public static readonly Promise Dinners = new("C.i", "Chairs' dinners", Exactly(2, "dinners"), new() { Every = Every.HalfYear, Months = [10, 3] }, Gathers: true);

    public static readonly Promise[] Promises = [Executives, Bulletins, Boards, Reports, Conference, AnnualReport, Newsletters, Dinners];

    public static YearCalendar Draw(params Slot[] kept) => YearCalendar.Draw(Of2017, Promises, Holidays, kept);

    private static Measure Exactly(int count, string unit) => Measure.Of(MeasureKind.Exactly, count, unit);
}
