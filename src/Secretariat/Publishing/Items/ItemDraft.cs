namespace Secretariat.Publishing.Items;

/// <summary>What is typed for an item, before it is checked.</summary>
public sealed record ItemDraft(string Heading, string Markdown, ItemKind Kind)
{
    public IReadOnlyList<ItemLink> Links { get; init; } = [];
    public Circulation Circulation { get; init; } = Circulation.Members;
    public DateOnly? PublicFrom { get; init; }

    /// <summary>For named people only: who they are.</summary>
    public IReadOnlyList<Guid> Named { get; init; } = [];

    /// <summary>The members it is about.</summary>
    public IReadOnlyList<Guid> About { get; init; } = [];

    /// <summary>About all members together; then the figures need a source.</summary>
    public bool AboutAll { get; init; }

    public string? FiguresSource { get; init; }
    public string? Theme { get; init; }

    /// <summary>Who allowed it to travel wider than it did; needed only then.</summary>
    public string? PermittedBy { get; init; }

    /// <summary>What of it is no word of the text.</summary>
    public Placing Placing => new()
    {
        Circulation = Circulation,
        PublicFrom = PublicFrom,
        Named = Named,
        About = About,
        AboutAll = AboutAll,
        FiguresSource = FiguresSource,
        Theme = Theme,
        PermittedBy = PermittedBy,
    };
}

/// <summary>Where an item belongs and how wide it may travel: what may still change when its words may not.</summary>
public sealed record Placing
{
    public Circulation Circulation { get; init; } = Circulation.Members;
    public DateOnly? PublicFrom { get; init; }
    public IReadOnlyList<Guid> Named { get; init; } = [];
    public IReadOnlyList<Guid> About { get; init; } = [];
    public bool AboutAll { get; init; }
    public string? FiguresSource { get; init; }
    public string? Theme { get; init; }
    public string? PermittedBy { get; init; }
}
