using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Web;

namespace Secretariat.Funding.Budget;

/// <summary>Beside the budget's lines: how much of the estimate is spent, what it comes to, and who pays.</summary>
public sealed class BudgetFigures(FundingNow funding, Sites sites) : IFigures
{
    public string Code => BudgetEvidence.Code;

    public async Task<IReadOnlyList<Figure>> At(DateTimeOffset now, CancellationToken ct)
    {
        var sums = await funding.On(now.DateIn(sites.Current.Zone), ct);
        if (sums.Lines.Count == 0) return [];
        var (members, given) = (sums.Commitments.Members.Count, sums.Commitments.Members.Count(c => c.Gives));
        List<Figure> figures =
        [
            new($"{sums.Actual} of {sums.Plan}", "of the estimate paid", "/desk/funding"),
            new($"{sums.Forecast}", "paid and ordered together", "/desk/funding"),
            new($"{sums.Promised} of {sums.Plan}", "of the estimate promised by members, government and sponsors", "/desk/funding"),
            new($"{given} of {members}", $"{sites.Current.MemberMany} committed to the year", "/desk/funding/commitments"),
        ];
        if (sums.Over.Count() is > 0 and var over) figures.Add(new($"{over}", over == 1 ? "line over its plan" : "lines over their plan", "/desk/funding"));
        return figures;
    }
}
