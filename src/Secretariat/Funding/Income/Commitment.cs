using Secretariat.Platform.Data;

namespace Secretariat.Funding.Income;

/// <summary>Where a member, or government, stands with its sponsorship of a year.</summary>
public enum CommitmentState { NotYet, Committed, Otherwise, Declined, Withdrawn }

/// <summary>One organisation's commitment to a year, read from its answer in the round of confirmation.</summary>
/// <param name="Amount">What it gives; nothing until it has said so.</param>
/// <param name="Proof">Where its answer can be read: the round, or the page on which staff recorded it.</param>
/// <param name="EnteredBy">Who entered it by hand; null where it answered itself.</param>
/// <param name="Notes">What it said before, or when it was too late.</param>
public sealed record Commitment(Guid Organisation, string Code, string Name, CommitmentState State, Money Amount, DateOnly? On, string? Proof, string? EnteredBy, IReadOnlyList<string> Notes)
{
    /// <summary>What came in from it, by what was entered on lines of income.</summary>
    public Money Received { get; init; }

    public DateOnly? ReceivedOn { get; init; }

    public bool Gives => State is CommitmentState.Committed or CommitmentState.Otherwise;

    public Money Outstanding => Amount.Pence > Received.Pence ? Amount - Received : Money.Zero;

    public string Words => State switch
    {
        CommitmentState.Committed => "committed",
        CommitmentState.Otherwise => "committed, to another amount than was asked",
        CommitmentState.Declined => "declined",
        CommitmentState.Withdrawn => "withdrawn",
        _ => "not yet",
    };
}

/// <summary>The commitments to a plan's year: of each member, and of those who confirm beside them.</summary>
/// <param name="Round">The round in which members were asked; null when they have not been.</param>
public sealed record CommitmentTable(Guid? Plan, string Year, Guid? Round, Money? Asked, IReadOnlyList<Commitment> Members, IReadOnlyList<Commitment> Besides)
{
    public static readonly CommitmentTable None = new(null, "", null, null, [], []);

    public IEnumerable<Commitment> All => Members.Concat(Besides);
    public Money FromMembers => Sum(Members);
    public Money FromBesides => Sum(Besides);

    private static Money Sum(IEnumerable<Commitment> those) => Budget.Rules.LineStanding.Sum(those.Select(c => c.Amount));
}
