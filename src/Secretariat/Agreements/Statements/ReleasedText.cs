using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Statements;

/// <summary>
/// The only form in which a statement goes out, in every channel: the agreed words to the letter, and the lines under them that
/// follow from the round. Nothing else makes one, so whoever has one has passed the gate. A class and no record: a record could be
/// copied with other words.
/// </summary>
public sealed class ReleasedText
{
    private ReleasedText(Statement statement, Mandate mandate)
    {
        (Text, Hash, Mandate) = (statement.Text, mandate.Hash, mandate.Id);
        (Whose, Names, Lines, Until) = (mandate.Whose, mandate.OfAll ? [] : [.. mandate.Agreed], mandate.Under, mandate.Until);
    }

    public RoundText Text { get; }
    public string Hash { get; }
    public Guid Mandate { get; }

    /// <summary>"all 38", or "29 members, listed".</summary>
    public string Whose { get; }

    /// <summary>Those whose view it is; none when it is everybody's.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The lines under the text: whose view it is, who did not agree, the dissenters' paragraphs.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>The mandate's last day.</summary>
    public DateOnly? Until { get; }

    internal static ReleasedText Under(Statement statement, Mandate? mandate, DateOnly today)
    {
        if (mandate is null) throw new RuleBroken("This is a statement, and no statement leaves without the members’ agreement. Put its text to them in a round first.");
        if (mandate.By != DecisionBy.Members) throw new RuleBroken("The Management Board agreed to this text, and the Board’s agreement is not the members’: it releases no statement in their name. Put it to the members.");
        if (mandate.ShutOn(today) is { } shut) throw new RuleBroken(shut);
        if (statement.Hash != mandate.Hash) throw new RuleBroken("The text was changed after the agreement, so the agreement is not to these words. Put back the agreed text, or ask members again.");
        return new ReleasedText(statement, mandate);
    }
}
