using Secretariat.Platform.Data;

namespace Secretariat.Platform.Contracts;

/// <summary>
/// What a feature puts right in a restored backup before anything runs: what was about to leave at the snapshot has left since,
/// for all that anybody knows. The highest floor comes first, so that a feature still finds the ledger as it was.
/// </summary>
public interface IAfterRestore
{
    /// <summary>Acts and saves inside the caller's transaction.</summary>
    /// <returns>What it stopped, in sentences for whoever restored it.</returns>
    Task<IReadOnlyList<string>> Stop(Db db, CancellationToken ct);
}
