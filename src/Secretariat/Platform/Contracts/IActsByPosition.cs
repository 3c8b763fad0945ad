using Secretariat.Platform.Data;

namespace Secretariat.Platform.Contracts;

/// <summary>Knows what people did for an organisation by the position they have in it, so that an import that brought the position leaves it.</summary>
public interface IActsByPosition
{
    /// <summary>Completes "The position stays:".</summary>
    string Words { get; }

    /// <returns>Which of these people did so for which organisation since.</returns>
    Task<IReadOnlyList<(Guid Person, Guid Organisation)>> Since(Db db, IReadOnlyCollection<Guid> people, DateTimeOffset since, CancellationToken ct);
}
