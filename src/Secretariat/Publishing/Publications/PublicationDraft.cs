using Secretariat.Publishing.Items;

namespace Secretariat.Publishing.Publications;

/// <summary>What staff type of a publication.</summary>
public sealed record PublicationDraft(string? Title, string? Summary, DateOnly Date, string? Theme, Circulation Circulation)
{
    public IReadOnlyList<Guid> About { get; init; } = [];
    public bool AboutAll { get; init; }
    public string? FiguresSource { get; init; }
    public string? PermittedBy { get; init; }
}

/// <summary>The file itself, as the store keeps it.</summary>
/// <param name="Kind">In words: "PDF".</param>
public sealed record PublicationFile(string Hash, string Name, string Type, string Kind, long Bytes);
