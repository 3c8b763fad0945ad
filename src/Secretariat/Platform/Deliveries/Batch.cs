using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Deliveries;

public enum BatchState { Freezing, Open, Paused, Cancelled, Done }

/// <summary>Whose letters go first. Account letters (sign-in) also have a connection of their own.</summary>
public enum Priority { Account, Service, Outward }

/// <summary>What is sent together: one edition to its audience, or one letter. Its <see cref="Order"/>s are audited; its rows are the record.</summary>
public sealed class Batch : INotAudited
{
    public required Guid Id { get; init; }

    /// <summary>"mail"; later also the channels of social posts.</summary>
    public string Transport { get; init; } = "mail";

    /// <summary>Whose composer writes it: "bulletin", "sign-in", "notice".</summary>
    public required string Class { get; init; }

    public required string Title { get; init; }

    /// <summary>The record it is about, an edition for example.</summary>
    public Guid? About { get; init; }

    /// <summary>What a one-off letter says, as JSON.</summary>
    public string? Content { get; init; }

    /// <summary>The hash that was approved.</summary>
    public string ContentHash { get; init; } = "";

    public required Priority Priority { get; init; }

    /// <summary>"|public|theme:skills|": what a hold may be about. See <see cref="Hold"/>.</summary>
    public string Reach { get; init; } = "";

    public BatchState State { get; set; }

    /// <summary>By the network's clock.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>Which run of the freeze may write: a second one takes over and the first one stops.</summary>
    public Guid? FrozenBy { get; set; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? DoneAt { get; set; }

    public LetterBatch ForComposer => new(Id, Class, About, Content);
}
