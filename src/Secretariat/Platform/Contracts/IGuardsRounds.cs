using Secretariat.Platform.Data;

namespace Secretariat.Platform.Contracts;

/// <summary>Knows what a later floor's text needs before it may go out, and is asked when a round about it opens.</summary>
public interface IGuardsRounds
{
    /// <param name="everyMember">Under the round's rule every member has to say yes, and no answer is no yes.</param>
    /// <returns>Why it does not open; null when nothing speaks against it.</returns>
    Task<string?> Refusal(Db db, Guid round, bool everyMember, CancellationToken ct);
}
