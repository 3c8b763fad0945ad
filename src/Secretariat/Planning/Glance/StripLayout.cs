namespace Secretariat.Planning.Glance;

/// <summary>The measures of the year strip in its own units: wide with the names beside the rails, narrow with the names above them.</summary>
public sealed record StripLayout(int Width, int Left, int Right, int Top, int RowHeight, int LaneGap, bool NamesAbove)
{
    public static readonly StripLayout Wide = new(1120, 236, 1108, 30, 25, 9, NamesAbove: false);
    public static readonly StripLayout Narrow = new(330, 8, 322, 22, 37, 24, NamesAbove: true);

    public double X(PlanYear year, DateOnly date, bool middle = false) =>
        Math.Round(Left + (Right - Left) * (Math.Clamp(date.DayNumber - year.First.DayNumber, 0, year.Length) + (middle ? 0.5 : 0)) / year.Length, 1);
}
