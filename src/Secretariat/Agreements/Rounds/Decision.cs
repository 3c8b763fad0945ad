using Secretariat.Agreements.Decisions;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds;

public enum DecisionBy { Members, Board }

public enum DecisionHow { Round, ShowOfHands }

/// <summary>What members or the Board decided, one record wherever it was taken.</summary>
public sealed class Decision : Record
{
    public const int MaxText = 1000;
    public const int MaxAbout = 80;
    private readonly List<DecisionHand> _hands = [];

    private Decision() { }

    public Decision(DecisionBy by, DecisionHow how, DateOnly date, string text, RoundOutcome outcome, Guid? round = null)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new RuleBroken("Say what was decided.", "Text");
        (By, How, Date, Text, Outcome, Round) = (by, how, date, text.Trim(), outcome, round);
    }

    public DecisionBy By { get; private set; }
    public DecisionHow How { get; private set; }
    public DateOnly Date { get; private set; }
    public string Text { get; private set; } = "";
    public RoundOutcome Outcome { get; private set; }

    /// <summary>What was counted, in plain English; empty where the round says it.</summary>
    public string Why { get; private set; } = "";

    /// <summary>What another part of the work asks for it by, such as <c>plan:2017-18:signed-off</c>; empty when none does.</summary>
    public string About { get; init; } = "";

    /// <summary>The code of the rule that it was counted under; a round keeps its own.</summary>
    public string Rule { get; private set; } = "";

    public string RuleName { get; private set; } = "";

    /// <summary>Where it can be read: the minutes.</summary>
    public string? Link { get; private set; }

    /// <summary>The round that it was taken in; null for a show of hands.</summary>
    public Guid? Round { get; private set; }

    /// <summary>For a show of hands: each seat that was filled on the day, there or not.</summary>
    public IReadOnlyList<DecisionHand> Hands => _hands;

    public bool Invented { get; set; }

    /// <summary>When a show of hands was written down; a decision that was taken in a round is as old as the round's end. Of two about one thing on one day it says which came last.</summary>
    public DateTimeOffset? WrittenAt { get; private set; }

    /// <summary>The Board decides at its table. Only seats that were filled on the day are counted, by the rule as it stands.</summary>
    public static Decision ByShowOfHands(HandsShown shown, IReadOnlyList<SeatedChair> seats, string rule, RoundTerms terms, DateOnly today, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(shown.Text)) throw new RuleBroken("Say what was decided.", "Text");
        if (shown.Text.Trim().Length > MaxText) throw new RuleBroken($"Keep it under {MaxText:N0} letters: the minutes say the rest.", "Text");
        if (shown.About?.Trim().Length > MaxAbout) throw new RuleBroken($"Keep the code under {MaxAbout} letters.", "About");
        if (shown.On > today) throw new RuleBroken("A decision is written down on its day or afterwards.", "On");
        if (terms.Base != RoundBase.Seats || terms.Threshold is null) throw new RuleBroken("Choose a rule that says how many seats of the Board must agree.", "Rule");
        if (seats.Count == 0) throw new RuleBroken("No seat of the Board was filled on that day, so nobody could decide.", "On");
        var count = HandCount.Of(seats, shown.Hands, terms);
        if (count.Answered == 0) throw new RuleBroken("Say how each Chair who was there voted.", "Hands");
        var decision = new Decision(DecisionBy.Board, DecisionHow.ShowOfHands, shown.On, shown.Text, count.Outcome)
        {
            Id = shown.Id ?? Guid.CreateVersion7(),
            WrittenAt = now,
            About = shown.About?.Trim() ?? "",
            Invented = shown.Invented,
        };
        (decision.Why, decision.Rule, decision.RuleName) = (count.Why, rule, terms.Name);
        decision.Link = string.IsNullOrWhiteSpace(shown.Link) ? null : new TextLink("Minutes", shown.Link).Checked("Link").Url;
        decision._hands.AddRange(seats.Select(s => new DecisionHand(decision.Id, s, HandCount.HandOf(s, shown.Hands))));
        return decision;
    }
}
