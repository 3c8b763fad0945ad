namespace Secretariat.Planning.Outcomes;

/// <summary>One row of the plan with where it stands today. <paramref name="Watched"/>: a feature delivers it, and asks for what is next by itself.</summary>
public sealed record OutcomeStanding(Guid Id, string Code, string Title, string? Pillar, Cadence Cadence, bool Gathers, Progress Progress, bool Watched = false)
{
    public Measure Measure => Progress.Measure;

    /// <summary>"Bulletins 13"; what is promised once needs no number.</summary>
    public string Name(int number) => Measure.Count == 1 ? Title : $"{Title} {number}";

    /// <summary>"9 of 22", "4 of up to 10", or "12" where nothing is counted against.</summary>
    public string DeliveredInWords => Measure switch
    {
        { Count: { } count, Kind: MeasureKind.UpTo } => $"{Progress.Delivered} of up to {count}",
        { Count: { } count, Kind: MeasureKind.AtLeast } => $"{Progress.Delivered} of at least {count}",
        { Count: { } count } => $"{Progress.Delivered} of {count}",
        _ => $"{Progress.Delivered}"
    };
}
