using Secretariat.Platform.Data;

namespace Secretariat.Planning;

public enum MeasureKind { Exactly, AtLeast, UpTo, AsRequired, Ongoing }

/// <summary>How much was promised: "exactly 22 bulletins", "up to 10 newsletters", "as required".</summary>
public sealed record Measure(MeasureKind Kind, int? Count, string Unit)
{
    public static Measure Of(MeasureKind kind, int? count, string unit)
    {
        var counted = kind is MeasureKind.Exactly or MeasureKind.AtLeast or MeasureKind.UpTo;
        if (counted && count is null or <= 0) throw new RuleBroken($"A measure of the kind \"{Code(kind)}\" needs a count of one or more.");
        if (!counted && count is not null) throw new RuleBroken($"A measure of the kind \"{Code(kind)}\" has no count.");
        return new(kind, count, unit.Trim());
    }

    public string InWords => Kind switch
    {
        MeasureKind.Exactly => $"{Count} {Unit}",
        MeasureKind.AtLeast => $"at least {Count} {Unit}",
        MeasureKind.UpTo => $"up to {Count} {Unit}",
        MeasureKind.AsRequired => $"{Unit}, as required",
        _ => $"{Unit}, ongoing"
    };

    public bool Reached(int delivered) => Kind is MeasureKind.UpTo || Count is null || delivered >= Count;

    /// <summary>The name in data packs and in the API.</summary>
    public static string Code(MeasureKind kind) => kind switch
    {
        MeasureKind.Exactly => "exactly",
        MeasureKind.AtLeast => "at-least",
        MeasureKind.UpTo => "up-to",
        MeasureKind.AsRequired => "as-required",
        _ => "ongoing"
    };

    public static MeasureKind? KindOf(string? code) =>
        Enum.GetValues<MeasureKind>().Cast<MeasureKind?>().FirstOrDefault(kind => Code(kind!.Value) == code);
}
