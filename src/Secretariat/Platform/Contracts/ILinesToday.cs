namespace Secretariat.Platform.Contracts;

/// <summary>What may be said on a theme today, and whose words it is; for whoever is about to answer somebody.</summary>
public interface ILinesToday
{
    Task<IReadOnlyList<LineToday>> On(string theme, DateOnly today, CancellationToken ct);
}

/// <param name="Whose">"published facts", "Sunil Heron, Crossmere", "the view of all 38 members".</param>
/// <param name="Source">Where facts are published; null for a view.</param>
/// <param name="Until">The last day on which it may be said; null when it has no end.</param>
public sealed record LineToday(string Whose, string Text, string? Source, DateOnly? Until, string Href);
