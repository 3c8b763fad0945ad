namespace Secretariat.Platform.Contracts;

/// <summary>What a feature can say today beside what it counts: how much there is, and how true it is. Planning shows it with the outcome.</summary>
public interface IFigures
{
    /// <summary>The evidence code beside whose outcome it stands.</summary>
    string Code { get; }

    Task<IReadOnlyList<Figure>> At(DateTimeOffset now, CancellationToken ct);
}

/// <param name="What">"people looked at their details within twelve months".</param>
/// <param name="Value">"214 of 372".</param>
/// <param name="Href">The page that shows them.</param>
public sealed record Figure(string Value, string What, string Href);
