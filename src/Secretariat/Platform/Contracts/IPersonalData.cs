namespace Secretariat.Platform.Contracts;

/// <summary>A feature's answer for one person: what is held, and how it is erased.</summary>
public interface IPersonalData
{
    /// <summary>The tables that hold personal data and that this answers for.</summary>
    IReadOnlyCollection<Type> Covers { get; }

    /// <summary>Everything held about the person, as plain values for an export.</summary>
    Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct);

    /// <summary>Files that belong to it and go beside the values.</summary>
    Task<IReadOnlyList<PersonalFile>> Files(Guid person, CancellationToken ct) => Task.FromResult<IReadOnlyList<PersonalFile>>([]);

    /// <summary>Erases it inside the caller's transaction; what the law or the ledger must keep stays without the person.</summary>
    Task Erase(Guid person, CancellationToken ct);
}

/// <param name="Name">In the archive: "letters/….eml".</param>
/// <param name="Open">Null when the file is no longer there.</param>
public sealed record PersonalFile(string Name, Func<CancellationToken, Task<Stream?>> Open);

/// <summary>Marks an entity that holds data about a person; a test finds the <see cref="IPersonalData"/> that covers it.</summary>
public interface IHoldsPersonalData;
