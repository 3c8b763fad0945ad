namespace Secretariat.Platform.Clocks;

/// <summary>
/// The network's time. It runs with the machine's clock, shifted by an offset that only the demo, play and tests move.
/// Leases, time-outs, sessions and one-time tokens must use <see cref="TimeProvider.System"/>: moving this clock must
/// neither sign anyone out nor expire a worker's lease.
/// </summary>
public sealed class NetworkClock : TimeProvider
{
    private long _offset;
    private long _stoppedAt;

    public override DateTimeOffset GetUtcNow()
    {
        var stopped = Interlocked.Read(ref _stoppedAt);
        if (stopped != 0) return new DateTimeOffset(stopped, TimeSpan.Zero);
        return System.GetUtcNow().AddTicks(Interlocked.Read(ref _offset));
    }

    /// <summary>Moves the clock to a moment, from where it runs on.</summary>
    public void MoveTo(DateTimeOffset moment)
    {
        Interlocked.Exchange(ref _offset, (moment - System.GetUtcNow()).Ticks);
        Interlocked.Exchange(ref _stoppedAt, 0);
    }

    /// <summary>Holds the clock at a moment, so that everything done there bears exactly that time (play and tests).</summary>
    public void StopAt(DateTimeOffset moment) => Interlocked.Exchange(ref _stoppedAt, moment.UtcTicks);
}
