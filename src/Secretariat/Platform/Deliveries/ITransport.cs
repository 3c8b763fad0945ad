namespace Secretariat.Platform.Deliveries;

/// <summary>A way out: mail, later also the channels of social posts.</summary>
public interface ITransport
{
    /// <summary>As in <see cref="Batch.Transport"/>.</summary>
    string Name { get; }

    /// <summary>How many at once; account letters have one more to themselves.</summary>
    int Connections { get; }

    /// <summary>Throws <see cref="TransportDown"/> when the other side cannot be reached: nothing is lost, the letters wait.</summary>
    Task<ITransportSession> Open(CancellationToken ct);
}

public interface ITransportSession : IAsyncDisposable
{
    /// <summary>False after a broken connection: open another.</summary>
    bool Usable { get; }

    /// <param name="sending">
    /// Call it before the point of no return and wait: true once `sending` is committed, false when the delivery was taken
    /// away (cancelled, paused, or the worker was given up for dead), and then it must not go out.
    /// </param>
    Task<Outcome> Send(Delivery delivery, Func<Task<bool>> sending, CancellationToken ct);
}

/// <summary>The other side cannot be reached at all, or takes nothing from us. The message is a sentence for people.</summary>
public sealed class TransportDown(string sentence, Exception? cause = null) : Exception(sentence, cause);

/// <summary>What became of a try, in the other side's words.</summary>
public sealed record Outcome(DeliveryState State, string Why)
{
    /// <summary>A sentence for people.</summary>
    public string Why { get; } = Sentences.Clean(Why);

    public string? RemoteId { get; init; }

    /// <summary>The whole domain asked for time, not only this address.</summary>
    public bool PaceDomain { get; init; }

    /// <summary>Nothing to do with this letter: the connection broke, so it goes again within seconds.</summary>
    public bool RetrySoon { get; init; }

    /// <summary>The server takes nothing from us just now: the whole lane takes a break.</summary>
    public bool ServerTrouble { get; init; }

    /// <summary>The address does not exist: it gets nothing more until somebody corrects it.</summary>
    public bool BadAddress { get; init; }

    /// <summary>A row to be saved with the move, in one transaction.</summary>
    public object? Keep { get; init; }

    /// <summary>Taken away before it went out: there is nothing to record.</summary>
    public static readonly Outcome Fenced = new(DeliveryState.Claimed, "");

    public static Outcome Sent(string reply, string? remoteId = null, object? keep = null) => new(DeliveryState.Sent, reply) { RemoteId = remoteId, Keep = keep };
    public static Outcome Failed(string why, bool badAddress = false) => new(DeliveryState.Failed, why) { BadAddress = badAddress };
    public static Outcome Later(string why, bool paceDomain = false) => new(DeliveryState.Deferred, why) { PaceDomain = paceDomain };
    public static readonly Outcome Unknown = new(DeliveryState.Unknown, Sentences.NoAnswer);
}
