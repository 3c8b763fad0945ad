using System.Globalization;
using Secretariat.Platform;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Sweeps;

namespace Secretariat.Demo;

/// <summary>The demo's clock: moved by hand, and remembered beside the database, so that a restart goes on where it was.</summary>
public sealed class DemoClock(NetworkClock clock, SweepRunner runner, AuditSeal seal, IServiceScopeFactory scopes, Settings settings)
{
    private string File => Path.Combine(settings.DataFolder, "demo-clock.txt");

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Moves on to a moment and returns when what fell due on the way is done; from there the clock runs.</summary>
    public async Task MoveTo(DateTimeOffset moment, CancellationToken ct)
    {
        await runner.RunDue(moment, ct);
        await using var scope = scopes.CreateAsyncScope();
        await seal.Run(scope.ServiceProvider.GetRequiredService<Db>(), ct);
        await LetRun(moment, ct);
    }

    public async Task LetRun(DateTimeOffset from, CancellationToken ct)
    {
        clock.MoveTo(from);
        var shift = from - TimeProvider.System.GetUtcNow();
        await System.IO.File.WriteAllTextAsync(File, shift.Ticks.ToString(CultureInfo.InvariantCulture), ct);
    }

    /// <summary>Where the clock of an earlier run stands now; null when there was none.</summary>
    public async Task<DateTimeOffset?> Remembered(CancellationToken ct) =>
        System.IO.File.Exists(File) && long.TryParse(await System.IO.File.ReadAllTextAsync(File, ct), CultureInfo.InvariantCulture, out var ticks)
            ? TimeProvider.System.GetUtcNow().AddTicks(ticks)
            : null;
}
