namespace Secretariat.Platform.Contracts;

/// <summary>
/// A kind of thing that everybody may look for. Its words are those that stand on a public page and no others; and since what is
/// public may end with a day, a mandate or a circulation without any save, each is asked again when it is found.
/// </summary>
public interface IFoundByVisitors : ISearchable
{
    /// <summary>No right of the table: nobody has it, so the desk's search leaves these kinds out.</summary>
    public const string Visitors = "visitors";

    string ISearchable.Right => Visitors;

    /// <summary>Those that everybody may read at this moment, by the same reader as their pages.</summary>
    Task<IReadOnlyCollection<Guid>> ShownNow(IServiceProvider services, IReadOnlyCollection<Guid> ids, CancellationToken ct);
}
