using Secretariat.Planning.Outcomes;
using Secretariat.Platform.Clocks;

namespace Secretariat.Planning.Glance;

/// <summary>One promise as a small box: filled when it is kept, and then a link to what proves it.</summary>
public sealed record Tick(DateState State, string Label, string? Href)
{
    /// <summary>What has no count shows its latest evidence only; the number beside it is the whole.</summary>
    public const int Shown = 22;

    public static IReadOnlyList<Tick> Of(OutcomeStanding outcome)
    {
        var progress = outcome.Progress;
        if (outcome.Measure.Count is not { } promised) return [.. progress.Evidence.TakeLast(Shown).Select(Done)];

        var dates = progress.Dates.Where(date => date.State != DateState.Dropped).ToList();
        var spoken = dates.Select(date => date.Proof).OfType<Proof>().ToHashSet(ReferenceEqualityComparer.Instance);
        List<Tick> ticks = [.. dates.Select(date => date.Proof is { } proof ? Done(proof) : new Tick(date.State, $"{date.Date.Long()}: {YearStrip.InWords(date)}", null))];
        ticks.AddRange(progress.Evidence.Where(proof => !spoken.Contains(proof)).Select(Done));
        while (ticks.Count < promised) ticks.Add(new(DateState.Planned, "promised, with no date", null));
        return ticks;
    }

    private static Tick Done(Proof proof) =>
        new(DateState.Done, $"{proof.Title}, {proof.Date.Long()}{(proof.ByHand is { } who ? $", entered by hand by {who}" : "")}", proof.Href);
}
