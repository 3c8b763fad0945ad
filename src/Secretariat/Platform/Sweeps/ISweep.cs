using Secretariat.Platform.Data;

namespace Secretariat.Platform.Sweeps;

/// <summary>
/// Work that falls due. It acts on state, so running it twice is harmless, and it reads from state when it is next due,
/// so nothing has to remember to wake it.
/// </summary>
public interface ISweep
{
    string Name { get; }

    /// <summary>When there is next something to do, in the network's time; null when nothing waits.</summary>
    Task<DateTimeOffset?> Next(Db db, CancellationToken ct);

    Task Run(IServiceProvider services, DateTimeOffset now, CancellationToken ct);
}

/// <summary>Finishes what sweeps set going elsewhere (the letters they queued), so that a moved clock returns when all is done.</summary>
public interface IDrain
{
    Task Drain(CancellationToken ct);
}
