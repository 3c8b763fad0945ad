using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds;

/// <summary>What staff write before a round opens.</summary>
public sealed record RoundDraft(RoundKind Kind, string Title, string Rule, RoundText Text, string? Markdown, DateTimeOffset ClosesAt)
{
    public string About { get; init; } = "";
    public RoundSender Sender { get; init; }
    public long? AskedPence { get; init; }
    public Silence Silence { get; init; }
    public bool CarryOver { get; init; }
    public DateOnly? MandateUntil { get; init; }
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Two Chairs, or nobody.</summary>
    public IReadOnlyList<NamedChair> Correctors { get; init; } = [];

    public int ObjectHours { get; init; } = RoundCorrector.UsualHours;

    /// <summary>The rule as it is today, where it is at hand: what it cannot be used for is said now, and again when the round opens.</summary>
    public RoundTerms? Terms { get; init; }

    /// <summary>What there is to choose from, each once.</summary>
    internal List<string> Choices => [.. Options.Select(o => o.Trim()).Where(o => o.Length > 0).Distinct()];

    /// <summary>Before anything of it is taken: a refused draft leaves the round as it was.</summary>
    internal void Check()
    {
        if (string.IsNullOrWhiteSpace(Title)) throw new RuleBroken("Ask the question in one sentence.", "Title");
        if (Title.Trim().Length > Round.MaxTitle || Title.Any(char.IsControl)) throw new RuleBroken($"Keep the question on one line and under {Round.MaxTitle} letters.", "Title");
        Platform.Texts.Holes.Refuse(Title, "Title");
        if (string.IsNullOrWhiteSpace(Rule)) throw new RuleBroken("Choose the rule under which you ask.", "Rule");
        Terms?.RefuseUnlessFor(Kind, Silence);
        if (Kind == RoundKind.Choose && Choices.Count < 2) throw new RuleBroken("Give at least two things to choose from.", "Options");
        if (Kind == RoundKind.AgreeText && MandateUntil < DateOnly.FromDateTime(ClosesAt.UtcDateTime)) throw new RuleBroken("The mandate would end before the round closes: choose a later day, or none.", "MandateUntil");
        if (AskedPence < 0) throw new RuleBroken("An amount is not less than nothing.", "Asked");
        if (Correctors.Count is not (0 or 2)) throw new RuleBroken("Name two Chairs who may pass corrections, or none.", "SecondChair");
        if (Correctors.DistinctBy(c => c.Person).Count() < Correctors.Count) throw new RuleBroken("Name two different Chairs: one alone passes nothing.", "SecondChair");
        if (Correctors.Count > 0 && ObjectHours is < 1 or > RoundCorrector.MostHours) throw new RuleBroken($"Give everybody between 1 and {RoundCorrector.MostHours} hours to object.", "ObjectHours");
    }
}
