using Secretariat.Platform.Data;

namespace Secretariat.Platform.Contracts;

/// <summary>Says when two records of a person cannot be one just now, because a feature would then say two things of one person.</summary>
public interface IMergeGuard
{
    /// <returns>Why not, as a sentence that says what to do first; null when nothing stands against it.</returns>
    Task<string?> Refuse(Db db, IReadOnlyCollection<Guid> one, IReadOnlyCollection<Guid> other, CancellationToken ct);
}
