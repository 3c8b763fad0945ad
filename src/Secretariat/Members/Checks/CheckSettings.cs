using Secretariat.Platform.Data;

namespace Secretariat.Members.Checks;

/// <summary>When people are asked, once a year, whether their details are right. One row, from the data pack; without it nobody is asked.</summary>
public sealed class CheckSettings : Record
{
    /// <summary>People are asked from the first day of this month.</summary>
    public int Month { get; private set; } = 9;

    /// <summary>For so many days; whoever says nothing is left in peace until the next year.</summary>
    public int Days { get; private set; } = 21;

    public bool Invented { get; set; }

    public void Change(int month, int days)
    {
        if (month is < 1 or > 12) throw new RuleBroken("Choose a month from 1 to 12.", "Month");
        if (days is < 10 or > 60) throw new RuleBroken("Give people 10 to 60 days: the letter that asks goes once a week.", "Days");
        (Month, Days) = (month, days);
    }
}
