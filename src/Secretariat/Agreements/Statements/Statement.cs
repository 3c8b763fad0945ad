using Secretariat.Agreements.Rounds;

namespace Secretariat.Agreements.Statements;

/// <summary>
/// A text of the kind statement: what members want or think of policy. It is only words until a mandate releases it, and a
/// mandate releases exactly the words that members agreed to.
/// </summary>
public sealed record Statement(RoundText Text)
{
    public string Hash => Text.Hash();

    /// <param name="today">In the network's zone: a mandate ends when its last day does, there.</param>
    public ReleasedText Release(Mandate? mandate, DateOnly today) => ReleasedText.Under(this, mandate, today);
}
