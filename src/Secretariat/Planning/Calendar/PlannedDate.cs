using Secretariat.Platform.Data;

namespace Secretariat.Planning.Calendar;

/// <summary>A promised date in the plan's calendar. What a person moved or dropped is left alone when the calendar is drawn again.</summary>
public sealed class PlannedDate : Record
{
    private PlannedDate() { }

    public PlannedDate(Guid outcome, int number, DateOnly date, string? why) => (Outcome, Number, Date, Why) = (outcome, number, date, why);

    public Guid Outcome { get; private set; }
    public int Number { get; private set; }
    public DateOnly Date { get; private set; }

    /// <summary>Why it stands where it does: the generator's reason, or a person's.</summary>
    public string? Why { get; private set; }

    public bool Moved { get; private set; }
    public bool Dropped { get; private set; }
    public bool ByHand => Moved || Dropped;

    public void Move(DateOnly to, string reason, PlanYear year)
    {
        if (!year.Contains(to)) throw new RuleBroken($"The plan's year is {Plain(year.First)} to {Plain(year.Last)}; choose a day in it.", "To");
        if (to == Date && !Dropped) throw new RuleBroken("It already stands on that day.", "To");
        (Date, Why, Moved, Dropped) = (to, Reason(reason), true, false);
    }

    public void Drop(string reason) => (Why, Dropped) = (Reason(reason), true);

    /// <summary>Gives it back to the generator, which places it the next time the calendar is drawn.</summary>
    public void LetGo() => (Moved, Dropped) = (false, false);

    public void Redraw(DateOnly date, string? why)
    {
        if (ByHand) throw new RuleBroken("This date was set by hand; it is not drawn again.");
        (Date, Why) = (date, why);
    }

    private static string Reason(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? throw new RuleBroken("Say why, in a few words: whoever looks at the calendar will ask.", "Reason") : reason.Trim();

    private static string Plain(DateOnly date) => Platform.Clocks.Dates.Plain(date);
}
