using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds;

public enum MandateState { InForce, Withdrawn, Expired }

/// <summary>What a passed round allows: these words, to the letter, as the view of those who agreed, and nothing more.</summary>
public sealed class Mandate : Record
{
    private Mandate() { }

    /// <param name="round">Closed, and passed.</param>
    public Mandate(Round round, Count counted, IReadOnlyList<string> agreed, Guid decision)
    {
        if (round.State != RoundState.Closed || counted.Outcome != RoundOutcome.Passed || round.Kind != RoundKind.AgreeText)
            throw new RuleBroken("Only a round that agreed a text, and passed, gives a mandate.");
        var text = round.Latest;
        (Round, Decision, Subject, Hash) = (round.Id, decision, text.Subject, text.Hash);
        (Rule, RuleName, By) = (round.Rule, round.Terms!.Name, round.Terms.Base == RoundBase.Seats ? DecisionBy.Board : DecisionBy.Members);
        (Whose, Agreed, Until, GivenAt) = (counted.Whose, [.. agreed], round.MandateUntil, round.ClosedAt!.Value);
        Invented = round.Invented;
    }

    public Guid Round { get; private set; }
    public Guid Decision { get; private set; }
    public string Subject { get; private set; } = "";

    /// <summary>The hash of the only text that it allows: see <see cref="RoundText"/>.</summary>
    public string Hash { get; private set; } = "";

    public string Rule { get; private set; } = "";
    public string RuleName { get; private set; } = "";

    /// <summary>Whose agreement it is. The Board's is not the members'.</summary>
    public DecisionBy By { get; private set; }

    /// <summary>"all 38", or "29 members, listed".</summary>
    public string Whose { get; private set; } = "";

    /// <summary>The names of those who agreed, as they were called when the round opened.</summary>
    public List<string> Agreed { get; private set; } = [];

    public DateTimeOffset GivenAt { get; private set; }

    /// <summary>Its last day; null when it has no end.</summary>
    public DateOnly? Until { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }
    public string? WithdrawnWhy { get; private set; }
    public bool Invented { get; private set; }

    public MandateState StateOn(DateOnly today) =>
        WithdrawnAt is not null ? MandateState.Withdrawn : Until < today ? MandateState.Expired : MandateState.InForce;

    public void Withdraw(string? why, DateTimeOffset now)
    {
        if (WithdrawnAt is not null) throw new RuleBroken("This mandate is withdrawn already.");
        if (string.IsNullOrWhiteSpace(why)) throw new RuleBroken("Say why it is withdrawn, and who decided it.", "Why");
        (WithdrawnAt, WithdrawnWhy) = (now, why.Trim());
    }
}
