namespace Secretariat.Platform.Contracts;

/// <summary>What a feature can show as done. Planning counts it; the plan is measured from the work itself.</summary>
public interface IEvidence
{
    /// <summary>The evidence codes that this feature brings, such as <c>bulletins-sent</c>.</summary>
    IReadOnlyCollection<string> Codes { get; }

    /// <summary>Everything done from the first to the last day, both included, oldest first.</summary>
    Task<IReadOnlyList<Evidence>> Between(DateOnly first, DateOnly last, CancellationToken ct);
}

/// <param name="Href">The page that proves it, one click away.</param>
/// <param name="EnteredBy">Null when the system saw it happen; otherwise who entered it by hand.</param>
public sealed record Evidence(string Code, DateOnly Date, string Title, string Href, string? EnteredBy = null);
