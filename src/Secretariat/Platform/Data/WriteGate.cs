namespace Secretariat.Platform.Data;

/// <summary>Lets one writer in at a time, in the order they came, on SQLite; PostgreSQL needs no gate.</summary>
public sealed class WriteGate(bool needed)
{
    // SemaphoreSlim hands out WaitAsync turns first in, first out.
    private readonly SemaphoreSlim? _turns = needed ? new SemaphoreSlim(1, 1) : null;

    public async ValueTask<Turn> Enter(CancellationToken ct)
    {
        if (_turns is not null) await _turns.WaitAsync(ct);
        return new Turn(_turns);
    }

    public readonly struct Turn(SemaphoreSlim? turns) : IDisposable
    {
        public void Dispose() => turns?.Release();
    }
}
