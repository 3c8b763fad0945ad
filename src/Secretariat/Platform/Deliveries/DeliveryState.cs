namespace Secretariat.Platform.Deliveries;

/// <summary>Where one letter to one recipient stands.</summary>
public enum DeliveryState { Queued, Claimed, Sending, Sent, Deferred, Failed, Unknown, Bounced, Suppressed, Cancelled }

/// <summary>The only moves there are. The engine's SQL is made from this table, so that the database refuses any other.</summary>
public static class DeliveryMoves
{
    /// <summary>Moves of a worker that holds the delivery; each is checked against the worker and its attempt.</summary>
    public static readonly IReadOnlyList<(DeliveryState From, DeliveryState To)> OfWorkers =
    [
        (DeliveryState.Claimed, DeliveryState.Sending),
        (DeliveryState.Claimed, DeliveryState.Queued),
        (DeliveryState.Claimed, DeliveryState.Deferred),
        (DeliveryState.Claimed, DeliveryState.Failed),
        (DeliveryState.Sending, DeliveryState.Sent),
        (DeliveryState.Sending, DeliveryState.Deferred),
        (DeliveryState.Sending, DeliveryState.Failed),
        (DeliveryState.Sending, DeliveryState.Unknown),
        // A worker that was given up for dead comes back and knows the answer after all.
        (DeliveryState.Unknown, DeliveryState.Sent),
        (DeliveryState.Unknown, DeliveryState.Deferred),
        (DeliveryState.Unknown, DeliveryState.Failed),
    ];

    /// <summary>Moves by claims, bounces, people and the recovery of a dead worker's letters.</summary>
    public static readonly IReadOnlyList<(DeliveryState From, DeliveryState To)> OfOthers =
    [
        (DeliveryState.Queued, DeliveryState.Claimed),
        (DeliveryState.Deferred, DeliveryState.Claimed),
        (DeliveryState.Claimed, DeliveryState.Queued),
        (DeliveryState.Sending, DeliveryState.Unknown),
        (DeliveryState.Claimed, DeliveryState.Suppressed),
        (DeliveryState.Queued, DeliveryState.Cancelled),
        (DeliveryState.Deferred, DeliveryState.Cancelled),
        (DeliveryState.Claimed, DeliveryState.Cancelled),
        (DeliveryState.Sent, DeliveryState.Bounced),
        // A bounce proves that the letter did leave.
        (DeliveryState.Unknown, DeliveryState.Bounced),
        // Only ever by a person, who knows that it may arrive twice.
        (DeliveryState.Unknown, DeliveryState.Queued),
    ];

    /// <summary>Still to be done: while one of these is left, its batch is not done.</summary>
    public static readonly IReadOnlyList<DeliveryState> Pending = [DeliveryState.Queued, DeliveryState.Deferred, DeliveryState.Claimed, DeliveryState.Sending];

    public static readonly IReadOnlyList<DeliveryState> Claimable = [DeliveryState.Queued, DeliveryState.Deferred];

    public static bool Allow(DeliveryState from, DeliveryState to) => OfWorkers.Contains((from, to)) || OfOthers.Contains((from, to));

    /// <summary>What a person reads: "bounced", in a table and in the API alike.</summary>
    public static string Word(this DeliveryState state) => state.ToString().ToLowerInvariant();
}
