using System.Globalization;

namespace Secretariat.Platform.Data;

/// <summary>Pounds sterling, held as whole pence.</summary>
public readonly record struct Money(long Pence) : IComparable<Money>
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static readonly Money Zero = new(0);

    public static Money operator +(Money a, Money b) => new(checked(a.Pence + b.Pence));
    public static Money operator -(Money a, Money b) => new(checked(a.Pence - b.Pence));

    public int CompareTo(Money other) => Pence.CompareTo(other.Pence);

    /// <summary>"£430,721", or "£12.50" when there are pence to show.</summary>
    public override string ToString() => (Pence / 100m).ToString(Pence % 100 == 0 ? "C0" : "C2", British);
}
