using Secretariat.Platform.Access;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Contracts;

/// <summary>One kind of thing that staff look for by its words. A feature brings one of these and nothing else: the index is kept with each save.</summary>
public interface ISearchable
{
    /// <summary>Its name in the index and in addresses: "person".</summary>
    string Kind { get; }

    /// <summary>Over its results: "People".</summary>
    string Heading { get; }

    /// <summary>Raised when what is indexed of each changes: the index of this kind is then made anew.</summary>
    int Version => 1;

    /// <summary>Who may see what is found.</summary>
    string Right => Rights.UseDesk;

    /// <summary>Which of this kind says something else now that a record was saved; null when none does.</summary>
    Guid? Of(Record saved);

    /// <summary>Others that do, such as the people of a body that was renamed.</summary>
    IQueryable<Guid>? Beside(Db db, Record saved) => null;

    IQueryable<Guid> All(Db db);

    /// <summary>What can be found of these; whatever is left out is no longer found.</summary>
    Task<IReadOnlyList<SearchWords>> Words(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct);
}

/// <param name="Title">As it stands in the list of what was found.</param>
/// <param name="Text">Everything else it is found by, and shown from.</param>
/// <param name="On">Its day, for the order and the list; null when it has none.</param>
public sealed record SearchWords(Guid Record, string Title, string Text, string Href, DateOnly? On = null);
