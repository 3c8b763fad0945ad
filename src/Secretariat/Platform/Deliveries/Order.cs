using Secretariat.Platform.Data;

namespace Secretariat.Platform.Deliveries;

public enum OrderKind { Freeze, Pause, Resume, Cancel, SendAgain, AllowAgain, SayArrived, SayLost }

/// <summary>What a person ordered for a batch. Each is one audit entry; together they are the batch's history.</summary>
public sealed class Order : Record
{
    public required Guid Batch { get; init; }
    public required OrderKind Kind { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string By { get; init; }

    /// <summary>The one letter that it is about; never its address, which somebody may want erased.</summary>
    public Guid? Delivery { get; init; }

    /// <summary>What was counted.</summary>
    public string Note { get; init; } = "";
}
