using Microsoft.EntityFrameworkCore;
using Secretariat.Funding.Budget;
using Secretariat.Funding.Budget.Rules;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Data;

namespace Secretariat.Funding.Deals;

/// <summary>A sponsor whose agreed deal pays for an event.</summary>
public sealed record Coverer(Guid Deal, string Sponsor, Money Amount);

/// <summary>What an event cost, by the budget's entries, and which agreed deals cover it.</summary>
/// <param name="Cost">Null where nothing was entered for it.</param>
public sealed record EventMoney(Money? Cost, IReadOnlyList<Coverer> By)
{
    public static readonly EventMoney None = new(null, []);

    public Money Covered => LineStanding.Sum(By.Select(c => c.Amount));

    /// <summary>"£4,186.50 covered by Pennant Mutual", "£3,000 of £4,186.50 covered by …"; what was typed on the event's own page is said to be.</summary>
    /// <param name="typedCost">What was typed, for want of entries.</param>
    /// <param name="typedBy">Who was typed to cover it, for want of a deal.</param>
    public string Words(Money? typedCost, string? typedBy)
    {
        var cost = Cost ?? typedCost;
        var names = string.Join(" and ", By.Select(c => c.Sponsor).Distinct());
        if (cost is not { } sum) return By.Count > 0 ? $"{Covered} from {names}, cost not entered" : "cost not entered";
        if (By.Count > 0) return Covered.Pence >= sum.Pence ? $"{sum} covered by {names}" : $"{Covered} of {sum} covered by {names}";
        return typedBy is { } by ? $"{sum} covered by {by}, entered by hand" : $"{sum} and nobody covers it yet";
    }

    public static async Task<IReadOnlyDictionary<Guid, EventMoney>> Of(Db db, IReadOnlyCollection<Guid> events, CancellationToken ct)
    {
        if (events.Count == 0) return new Dictionary<Guid, EventMoney>();
        var spent = (await db.Set<BudgetEntry>().AsNoTracking().Where(e => e.Event != null && events.Contains(e.Event.Value) && e.Kind == EntryKind.Paid).ToListAsync(ct)).ToLookup(e => e.Event!.Value);
        var deals = (await db.Set<Deal>().AsNoTracking().Where(d => d.Event != null && events.Contains(d.Event.Value) && (d.Stage == DealStage.Agreed || d.Stage == DealStage.Delivered))
            .Join(db.Set<Organisation>(), d => d.Organisation, o => o.Id, (d, o) => new { d, o.ShortName }).ToListAsync(ct)).ToLookup(x => x.d.Event!.Value, x => new Coverer(x.d.Id, x.ShortName, x.d.Amount));
        // Taken back to the last penny, it cost nothing that is known.
        return events.ToDictionary(id => id, id => new EventMoney(spent[id].Any(e => e.Stands) ? LineStanding.Sum(spent[id].Select(e => e.Amount)) : null, [.. deals[id].OrderBy(c => c.Sponsor, StringComparer.Ordinal)]));
    }
}
