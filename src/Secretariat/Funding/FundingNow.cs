using Microsoft.EntityFrameworkCore;
using Secretariat.Funding.Budget;
using Secretariat.Funding.Budget.Rules;
using Secretariat.Funding.Deals;
using Secretariat.Funding.Income;
using Secretariat.Planning.Outcomes;
using Secretariat.Platform.Data;

namespace Secretariat.Funding;

/// <summary>One heading of the year's money: what is planned, what is promised and what came about.</summary>
/// <param name="Committed">Of a cost what is ordered and not paid; of an income what was promised, whether or not it came in.</param>
public sealed record HeadingSum(BudgetHeading Heading, Money Plan, Money Committed, Money Actual)
{
    public bool IsIncome => Heading >= BudgetHeading.MemberSponsorship;

    /// <summary>What it comes to: of a cost both together, of an income what was promised, or what came in if that is more.</summary>
    public Money Forecast => !IsIncome ? Committed + Actual : Committed.Pence > Actual.Pence ? Committed : Actual;

    public Money Left => Plan - Forecast;
    public bool IsOver => !IsIncome && Forecast.Pence > Plan.Pence;
}

/// <summary>What was paid and what came in during a month.</summary>
public sealed record MonthSum(DateOnly Month, Money Paid, Money Received, int Entries, IReadOnlyList<string> By)
{
    public string Anchor => $"m-{Month:yyyy-MM}";
}

/// <summary>The year's money at a glance.</summary>
public sealed record FundingSums(IReadOnlyList<LineStanding> Lines, CommitmentTable Commitments, Money DealsAgreed, Money DealsOpen, int DealsCounted, IReadOnlyList<MonthSum> Months)
{
    public IReadOnlyList<HeadingSum> Costs => [.. Lines.Where(l => !l.Line.IsIncome).GroupBy(l => l.Line.Heading).OrderBy(g => g.Key).Select(g => new HeadingSum(g.Key, Sum(g, l => l.Plan), Sum(g, l => l.Committed), Sum(g, l => l.Actual)))];

    public IReadOnlyList<HeadingSum> Income => [.. new[] { (BudgetHeading.MemberSponsorship, Commitments.FromMembers), (BudgetHeading.Government, Commitments.FromBesides), (BudgetHeading.Sponsor, DealsAgreed) }
        .Select(h => new HeadingSum(h.Item1, Sum(Of(h.Item1), l => l.Plan), h.Item2, Sum(Of(h.Item1), l => l.Actual)))];

    public Money Plan => LineStanding.Sum(Costs.Select(c => c.Plan));
    public Money Committed => LineStanding.Sum(Costs.Select(c => c.Committed));
    public Money Actual => LineStanding.Sum(Costs.Select(c => c.Actual));
    public Money Forecast => Committed + Actual;
    public Money Promised => LineStanding.Sum(Income.Select(i => i.Committed));
    public Money Received => LineStanding.Sum(Income.Select(i => i.Actual));
    public IEnumerable<LineStanding> Over => Lines.Where(l => l.IsOver);

    private IEnumerable<LineStanding> Of(BudgetHeading heading) => Lines.Where(l => l.Line.Heading == heading);

    private static Money Sum(IEnumerable<LineStanding> lines, Func<LineStanding, Money> what) => LineStanding.Sum(lines.Select(what));
}

/// <summary>Adds up lines, entries, commitments and deals as they stand.</summary>
public sealed class FundingNow(Db db, CommitmentsNow commitments, Standings standings)
{
    public async Task<FundingSums> On(DateOnly today, CancellationToken ct)
    {
        var lines = await db.Set<BudgetLine>().AsNoTracking().ToListAsync(ct);
        var entries = await db.Set<BudgetEntry>().AsNoTracking().ToListAsync(ct);
        var deals = await db.Set<Deal>().AsNoTracking().ToListAsync(ct);
        return new([.. LineStanding.Of(lines, entries).OrderBy(l => l.Line.Heading).ThenByDescending(l => l.Plan).ThenBy(l => l.Line.Code, StringComparer.Ordinal)],
            await commitments.Of(await standings.PlanOn(today, ct), ct),
            LineStanding.Sum(deals.Where(d => d.Counts).Select(d => d.Amount)), LineStanding.Sum(deals.Where(d => d is { Counts: false, IsOpen: true }).Select(d => d.Amount)), deals.Count(d => d.Counts),
            Months(lines, entries));
    }

    public static IReadOnlyList<MonthSum> Months(IEnumerable<BudgetLine> lines, IEnumerable<BudgetEntry> entries)
    {
        var income = lines.Where(l => l.IsIncome).Select(l => l.Id).ToHashSet();
        return [.. entries.Where(e => e.Kind == EntryKind.Paid).GroupBy(e => new DateOnly(e.On.Year, e.On.Month, 1)).Where(g => g.Any(e => e.Stands)).OrderBy(g => g.Key).Select(g => new MonthSum(g.Key,
            LineStanding.Sum(g.Where(e => !income.Contains(e.Line)).Select(e => e.Amount)), LineStanding.Sum(g.Where(e => income.Contains(e.Line)).Select(e => e.Amount)), g.Count(),
            [.. g.Select(e => e.EnteredByName).Distinct().Order(StringComparer.Ordinal)]))];
    }
}
