namespace Secretariat.Platform.Data;

/// <summary>A row whose every change is audited and whose updates are checked against each other.</summary>
public abstract class Record
{
    /// <summary>UUIDv7: keeps inserts together in the index. It is an identity, never a clock or an order.</summary>
    public Guid Id { get; internal init; } = Guid.CreateVersion7();

    /// <summary>Raised by every update; two windows that edit the same row cannot both win.</summary>
    public int Version { get; internal set; }
}

/// <summary>Rows that are a record of their own (the ledger), or not worth one (sessions, counters).</summary>
public interface INotAudited;
