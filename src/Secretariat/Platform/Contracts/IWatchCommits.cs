namespace Secretariat.Platform.Contracts;

/// <summary>Keeps something in memory that is read from the database, and hears which kinds of rows a commit changed.</summary>
public interface IWatchCommits
{
    ValueTask Committed(IReadOnlySet<Type> changed, CancellationToken ct);
}
