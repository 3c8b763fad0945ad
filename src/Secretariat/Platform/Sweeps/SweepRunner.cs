using System.Diagnostics;
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
    private readonly SemaphoreSlim _walking = new(1, 1);
    private readonly string _me = Claimer.NameOf(Process.GetCurrentProcess());

    /// <summary>How long a claim outlives its last renewal, by the machine's clock.</summary>
    internal TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a walk waits for a sweep that another process has, by the machine's clock.</summary>
    internal TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(2);

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
            var waitingSince = (long?)null;
            while (await NextDue(ct) is { } next && next.At <= to)
            {
                var at = next.At > clock.GetUtcNow() ? next.At : clock.GetUtcNow();
                moving.StopAt(at);
                if (!await RunOne(next.Sweep, at, rethrow: true, ct))
                {
                    // The schedule's own tick has it just now; it will be done in a moment.
                    waitingSince ??= TimeProvider.System.GetTimestamp();
                    if (TimeProvider.System.GetElapsedTime(waitingSince.Value) > Patience)
                        throw new RuleBroken($"The clock stays at {at:u}: another process has the sweep “{next.Sweep.Name}” and does not come to its end, or it failed and waits to be tried again.");
                    await Task.Delay(50, ct);
                    continue;
                }
                waitingSince = null;
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
        // All on one connection: play asks some twenty sweeps at each of its steps.
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        await db.Database.OpenConnectionAsync(ct);
        foreach (var sweep in sweeps)
            if (await sweep.Next(db, ct) is { } at && (first is null || at < first.Value.At)) first = (sweep, at);
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
        using var done = new CancellationTokenSource();
        var renewing = Renew(sweep.Name, done.Token);
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
            await done.CancelAsync();
            await renewing;
            await Release(sweep.Name, error);
        }
        return true;
    }

    /// <summary>A long run keeps its claim. Sweeps act on state, so one that lost it all the same does no harm beside its successor.</summary>
    private async Task Renew(string name, CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Lease / 4, TimeProvider.System, done);
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<Db>();
                await db.Write(() => Mine(db, name).ExecuteUpdateAsync(s => s.SetProperty(c => c.ClaimedUntil, TimeProvider.System.GetUtcNow() + Lease), done), done);
            }
            catch (OperationCanceledException) when (done.IsCancellationRequested)
            {
                // The run is over.
            }
            catch (Exception failure)
            {
                log.LogError(failure, "The claim on the sweep {Sweep} could not be renewed and will be tried again", name);
            }
        }
    }

    private IQueryable<SweepClaim> Mine(Db db, string name) => db.Set<SweepClaim>().Where(c => c.Name == name && c.ClaimedBy == _me);

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
            var holder = await db.Set<SweepClaim>().Where(c => c.Name == name).Select(c => c.ClaimedBy).SingleAsync(ct);
            var dead = holder is not null && Claimer.IsDead(holder) ? holder : null;
            return await db.Set<SweepClaim>()
                .Where(c => c.Name == name && (c.ClaimedBy == null || c.ClaimedBy == dead || c.ClaimedUntil < now) && c.NotBefore <= now)
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
            // Only its own claim: a run that took longer than its lease finds that of its successor here.
            var failures = error is null ? 0 : await Mine(db, name).Select(c => c.Failures).SingleOrDefaultAsync() + 1;
            var notBefore = error is null ? default : now + TimeSpan.FromSeconds(Math.Min(600, 5 * Math.Pow(2, failures)));
            await Mine(db, name).ExecuteUpdateAsync(s => s.SetProperty(c => c.ClaimedBy, (string?)null).SetProperty(c => c.Failures, failures)
                .SetProperty(c => c.LastError, error).SetProperty(c => c.NotBefore, notBefore));
        });
    }
}
