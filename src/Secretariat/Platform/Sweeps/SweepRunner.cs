using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Sweeps;

/// <summary>
/// Runs what is due. <see cref="RunDue"/> walks from due instant to due instant; serve, demo, play and the movable clock
/// all call it, so a schedule that works in play works in production.
/// </summary>
public sealed class SweepRunner(IServiceScopeFactory scopes, IEnumerable<ISweep> sweeps, IEnumerable<IDrain> drains, TimeProvider clock, ILogger<SweepRunner> log)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim _walking = new(1, 1);
    private readonly string _me = $"{Environment.ProcessId}-{Guid.NewGuid():N}";

    /// <summary>Runs every sweep that is due now, once. A failing sweep is logged, backed off and does not stop the others.</summary>
    public async Task RunNow(CancellationToken ct)
    {
        foreach (var sweep in sweeps)
        {
            var now = clock.GetUtcNow();
            if (await NextOf(sweep, ct) is { } due && due <= now) await RunOne(sweep, now, rethrow: false, ct);
        }
    }

    /// <summary>
    /// Moves the network's clock to <paramref name="to"/>, stopping at each instant at which something falls due, and
    /// returns when all of it is done, letters included. The clock stands still there; the caller lets it run on.
    /// </summary>
    public async Task RunDue(DateTimeOffset to, CancellationToken ct)
    {
        var moving = clock as NetworkClock ?? throw new InvalidOperationException("Only a network's clock can be moved.");
        await _walking.WaitAsync(ct);
        try
        {
            while (await NextDue(ct) is { } next && next.At <= to)
            {
                var at = next.At > clock.GetUtcNow() ? next.At : clock.GetUtcNow();
                moving.StopAt(at);
                if (!await RunOne(next.Sweep, at, rethrow: true, ct))
                {
                    // The schedule's own tick has it just now; it will be done in a moment.
                    await Task.Delay(50, ct);
                    continue;
                }
                await Drain(ct);
                if (await NextOf(next.Sweep, ct) is { } again && again <= next.At)
                    throw new InvalidOperationException($"The sweep “{next.Sweep.Name}” ran and is still due at {again:u}.");
            }
            await Drain(ct);
            if (to > clock.GetUtcNow()) moving.StopAt(to);
        }
        finally
        {
            _walking.Release();
        }
    }

    private async Task Drain(CancellationToken ct)
    {
        foreach (var drain in drains) await drain.Drain(ct);
    }

    private async Task<(ISweep Sweep, DateTimeOffset At)?> NextDue(CancellationToken ct)
    {
        (ISweep Sweep, DateTimeOffset At)? first = null;
        foreach (var sweep in sweeps)
            if (await NextOf(sweep, ct) is { } at && (first is null || at < first.Value.At)) first = (sweep, at);
        return first;
    }

    private async Task<DateTimeOffset?> NextOf(ISweep sweep, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await sweep.Next(scope.ServiceProvider.GetRequiredService<Db>(), ct);
    }

    /// <summary>False when another process has the sweep or it is backing off after a failure.</summary>
    private async Task<bool> RunOne(ISweep sweep, DateTimeOffset now, bool rethrow, CancellationToken ct)
    {
        if (!await Claim(sweep.Name, ct)) return false;
        string? error = null;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await sweep.Run(scope.ServiceProvider, now, ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            error = $"{failure.GetType().Name}: {failure.Message}";
            log.LogError(failure, "The sweep {Sweep} failed", sweep.Name);
            if (rethrow) throw;
        }
        finally
        {
            await Release(sweep.Name, error);
        }
        return true;
    }

    private async Task<bool> Claim(string name, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var now = TimeProvider.System.GetUtcNow();
        return await db.Write(async () =>
        {
            if (!await db.Set<SweepClaim>().AnyAsync(c => c.Name == name, ct))
            {
                var insert = db.IsPostgres
                    ? "INSERT INTO sweep (\"Name\",\"ClaimedUntil\",\"NotBefore\",\"Failures\") VALUES ({0},'epoch','epoch',0) ON CONFLICT DO NOTHING"
                    : "INSERT INTO sweep (\"Name\",\"ClaimedUntil\",\"NotBefore\",\"Failures\") VALUES ({0},0,0,0) ON CONFLICT DO NOTHING";
                await db.Database.ExecuteSqlRawAsync(insert, [name], ct);
            }
            return await db.Set<SweepClaim>()
                .Where(c => c.Name == name && (c.ClaimedBy == null || c.ClaimedUntil < now) && c.NotBefore <= now)
                .ExecuteUpdateAsync(s => s.SetProperty(c => c.ClaimedBy, _me).SetProperty(c => c.ClaimedUntil, now + Lease), ct) == 1;
        }, ct);
    }

    private async Task Release(string name, string? error)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var now = TimeProvider.System.GetUtcNow();
        await db.Write(async () =>
        {
            var claim = await db.Set<SweepClaim>().SingleAsync(c => c.Name == name);
            claim.ClaimedBy = null;
            claim.Failures = error is null ? 0 : claim.Failures + 1;
            claim.LastError = error;
            claim.NotBefore = error is null ? default : now + TimeSpan.FromSeconds(Math.Min(600, 5 * Math.Pow(2, claim.Failures)));
            await db.SaveUnaudited();
        });
    }
}
