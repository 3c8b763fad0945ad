using Secretariat.Platform.Data;

namespace Secretariat.Funding.Budget.Rules;

/// <summary>Where a line stands, from its entries alone.</summary>
/// <param name="Committed">What is ordered and not paid yet.</param>
/// <param name="Actual">What was paid, or came in.</param>
public sealed record LineStanding(BudgetLine Line, Money Committed, Money Actual)
{
    public Money Plan => Line.Amount;

    /// <summary>What the line comes to if nothing else is ordered.</summary>
    public Money Forecast => Committed + Actual;

    public Money Left => Plan - Forecast;

    /// <summary>More than was planned: worth a word for a cost, never for income.</summary>
    public bool IsOver => !Line.IsIncome && Forecast.Pence > Plan.Pence;

    public static IReadOnlyList<LineStanding> Of(IEnumerable<BudgetLine> lines, IEnumerable<BudgetEntry> entries)
    {
        var all = entries.ToLookup(e => e.Line);
        return [.. lines.Select(line => new LineStanding(line, Open(all[line.Id]), Sum(all[line.Id].Where(e => e.Kind == EntryKind.Paid).Select(e => e.Amount))))];
    }

    public static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount);

    /// <summary>What of an order is still to be paid; nothing once it is closed or taken back.</summary>
    /// <param name="paid">Everything paid on its line, with what took some of that back.</param>
    public static Money Open(BudgetEntry order, IEnumerable<BudgetEntry> paid)
    {
        if (order.Kind != EntryKind.Order || order.Counters is not null || order.CounteredBy is not null || order.ClosedOn is not null) return Money.Zero;
        var rest = order.Amount - Sum(paid.Where(e => e.Kind == EntryKind.Paid && e.Order == order.Id).Select(e => e.Amount));
        return rest.Pence > 0 ? rest : Money.Zero;
    }

    private static Money Open(IEnumerable<BudgetEntry> entries)
    {
        var list = entries.ToList();
        return Sum(list.Where(e => e.Kind == EntryKind.Order).Select(order => Open(order, list)));
    }
}
