using Secretariat.Platform.Data;

namespace Secretariat.Funding.Budget;

/// <summary>Where a line stands: four kinds of cost, three of income.</summary>
public enum BudgetHeading { Staff, BackOffice, Events, Marketing, MemberSponsorship, Government, Sponsor }

/// <summary>One line of the year's budget: what is meant to be spent, or to come in.</summary>
public sealed class BudgetLine : Record
{
    private BudgetLine() { }

    public BudgetLine(string code, BudgetHeading heading, string name, Money amount)
    {
        Code = code.Trim();
        Change(heading, name, amount);
    }

    public string Code { get; private set; } = "";
    public BudgetHeading Heading { get; private set; }
    public string Name { get; private set; } = "";
    public Money Amount { get; private set; }

    /// <summary>Who pays it in, where that is one organisation.</summary>
    public Guid? Source { get; set; }

    public bool Invented { get; set; }
    public bool IsIncome => Heading >= BudgetHeading.MemberSponsorship;

    public void Change(BudgetHeading heading, string name, Money amount)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new RuleBroken("A budget line needs a name.", "Name");
        if (amount.Pence < 0) throw new RuleBroken("A budget line cannot be below nothing.", "Amount");
        (Heading, Name, Amount) = (heading, name.Trim(), amount);
    }
}
