using Secretariat.Publishing.Items;

namespace Secretariat.Knowledge.Cases;

/// <summary>What somebody types into the template, before a rule has looked at it.</summary>
/// <param name="Took">What it cost, and how long it took.</param>
/// <param name="Source">Where the figures of what came of it are from.</param>
public sealed record CaseDraft(string? Title, string? Problem, string? Done, string? Took, string? Came, string? Source)
{
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>Whom members ask about it.</summary>
    public Guid? Contact { get; init; }

    public Circulation Circulation { get; init; } = Circulation.Members;
    public DateOnly? PublicFrom { get; init; }
}
