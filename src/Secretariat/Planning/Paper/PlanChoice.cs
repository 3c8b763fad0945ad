using Secretariat.Planning.Outcomes;

namespace Secretariat.Planning.Paper;

/// <summary>Which year's plan a page shows: the one that its address names, or else the one on whose road something happens.</summary>
public sealed record PlanChoice(Plan? Plan, IReadOnlyList<Plan> All)
{
    /// <param name="code">"2017-18" from the address; null when it names none.</param>
    public static async Task<PlanChoice> Newest(Standings standings, string? code, CancellationToken ct)
    {
        var all = await standings.Plans(ct);
        return new(code is null ? all.FirstOrDefault() : all.FirstOrDefault(p => p.Year.Code == code), all);
    }

    /// <summary>The plan of the year that it is, unless another is named.</summary>
    public static async Task<PlanChoice> OfToday(Standings standings, string? code, DateOnly today, CancellationToken ct)
    {
        var all = await standings.Plans(ct);
        return new(code is null ? all.FirstOrDefault(p => p.First <= today) ?? all.LastOrDefault() : all.FirstOrDefault(p => p.Year.Code == code), all);
    }
}
