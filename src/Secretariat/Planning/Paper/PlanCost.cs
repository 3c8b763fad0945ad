using Secretariat.Platform.Data;

namespace Secretariat.Planning.Paper;

/// <summary>A line of what the plan is estimated to cost, as its members' paper says it. The year's budget moves on; the paper does not.</summary>
public sealed class PlanCost : Record
{
    private PlanCost() { }

    public PlanCost(Guid plan, string code, int place, string heading, string name, Money amount)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new RuleBroken("A line of the costs needs a name.", "Name");
        if (amount.Pence < 0) throw new RuleBroken("A line of the costs cannot be below nothing.", "Amount");
        (Plan, Code, Place, Heading, Name, Amount) = (plan, code.Trim(), place, heading.Trim(), name.Trim(), amount);
    }

    public Guid Plan { get; private set; }
    public string Code { get; private set; } = "";
    public int Place { get; private set; }

    /// <summary>The heading as the pack names it: "back-office".</summary>
    public string Heading { get; private set; } = "";

    public string Name { get; private set; } = "";
    public Money Amount { get; private set; }
    public bool Invented { get; init; }

    public PlanCost CopyTo(Guid plan) => new(plan, Code, Place, Heading, Name, Amount) { Invented = true };
}
