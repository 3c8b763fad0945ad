using Secretariat.Planning;

namespace Secretariat.Reporting.Years;

/// <summary>A member's year as its page shows it, on the desk and to the member.</summary>
public sealed record YearShown(PlanYear Year, IReadOnlyList<YearPart> Parts, bool Desk, string Timeline);
