using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Deliveries;

/// <summary>What became of one try.</summary>
public sealed class Attempt : INotAudited, IHoldsPersonalData
{
    public required Guid Delivery { get; init; }
    public required int Number { get; init; }
    public required DeliveryState State { get; init; }

    /// <summary>A mail server's words, which often repeat the address.</summary>
    public required string Why { get; init; }
    public required DateTimeOffset At { get; init; }
    public Guid? Worker { get; init; }
}

/// <summary>A process that sends. While it lives its heart beats; when it stops, what it held is freed.</summary>
public sealed class Worker : INotAudited
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The machine and its process space: only there does a process number mean anything.</summary>
    public required string Place { get; init; }

    public required int Process { get; init; }

    /// <summary>Process numbers come round again; a number with its start does not.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>By the machine's clock (the database's on PostgreSQL), never by the network's.</summary>
    public DateTimeOffset Heartbeat { get; set; }
}

/// <summary>A domain that asked for time. The claim goes round it until then, by the machine's clock.</summary>
public sealed class Pace : INotAudited, IHoldsPersonalData
{
    public required string Domain { get; init; }
    public required DateTimeOffset Until { get; set; }
    public required string Why { get; set; }
    public int Times { get; set; }
}

/// <summary>An address that gets nothing, or nothing of one class. Asked when a batch is frozen and again at each claim.</summary>
public sealed class Suppression : INotAudited, IHoldsPersonalData
{
    public const string All = "";

    public required string AddressKey { get; init; }

    /// <summary>The class of letters, or empty for all of them.</summary>
    public required string Class { get; init; }

    public required string Why { get; set; }
    public required DateTimeOffset At { get; init; }
}
