using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds;

public enum DecisionBy { Members, Board }

public enum DecisionHow { Round, ShowOfHands }

/// <summary>What members or the Board decided, one record wherever it was taken.</summary>
public sealed class Decision : Record
{
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

    /// <summary>The round that it was taken in; null for a show of hands.</summary>
    public Guid? Round { get; private set; }

    public bool Invented { get; set; }
}
