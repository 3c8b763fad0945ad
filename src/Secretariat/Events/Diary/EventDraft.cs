using Secretariat.Publishing.Items;

namespace Secretariat.Events.Diary;

/// <summary>What somebody says about an event: typed on a page, or written in the sample year.</summary>
public sealed record EventDraft(string? Title, string? Place, EventTime When)
{
    public string? About { get; init; }
    public Circulation Circulation { get; init; } = Circulation.Members;

    /// <summary>How many may come; null when there is room for all.</summary>
    public int? Capacity { get; init; }

    /// <summary>Codes of the themes it covers.</summary>
    public IReadOnlyCollection<string> Themes { get; init; } = [];

    public string? Topic { get; init; }

    /// <summary>The organisation with which it is held.</summary>
    public string? Partner { get; init; }

    /// <summary>Who asked for it: the Board's decision or a named chief executive.</summary>
    public string? DirectedBy { get; init; }

    public long? CostPence { get; init; }

    /// <summary>Who pays, where no deal with a sponsor says so.</summary>
    public string? CoveredBy { get; init; }

    /// <summary>Who permitted that more people know of it than before; asked for when it is widened.</summary>
    public string? PermittedBy { get; init; }

    public bool Invented { get; init; }
}
