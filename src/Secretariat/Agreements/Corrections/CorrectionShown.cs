using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Rounds.Rules;

namespace Secretariat.Agreements.Corrections;

/// <summary>A correction as a page shows it, with what it changes.</summary>
public sealed record CorrectionShown(Correction Correction, Round Round, TimeZoneInfo Zone)
{
    public string Redlined => Redline.Html(Round.Versions.Single(v => v.Number == Correction.Follows).Text, Correction.Text);
}

/// <summary>All corrections of a round, the latest first.</summary>
public sealed record CorrectionsShown(IReadOnlyList<Correction> All, Round Round, TimeZoneInfo Zone)
{
    public CorrectionShown Of(Correction correction) => new(correction, Round, Zone);
}
