namespace Secretariat.Planning.Paper;

/// <summary>Links from one year's page to the same of another year.</summary>
public sealed record YearLinks(string Path, PlanChoice Choice);
