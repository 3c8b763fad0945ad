namespace Secretariat.Platform.Contracts;

/// <summary>What a later feature has for the foot of every public page.</summary>
public interface IInFooter
{
    /// <summary>The kinds of rows that it shows, by which every cached page is known to be old.</summary>
    IReadOnlyCollection<string> Tags { get; }

    ValueTask<IReadOnlyList<FrontLink>> Links(CancellationToken ct);
}
