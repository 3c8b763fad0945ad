using Secretariat.Platform.Data;
using Secretariat.Platform.Sweeps;

namespace Secretariat.Platform.Deliveries;

/// <summary>Sends what is due. It runs in the background while serving, and on request (<see cref="Drain"/>) for play, the demo's clock and tests.</summary>
public sealed class Postman : BackgroundService, IDrain
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(20);

    private readonly IServiceScopeFactory _scopes;
    private readonly ITransport[] _transports;
    private readonly TimeProvider _clock;
    private readonly ILogger<Postman> _log;
    private readonly WorkerLease _lease;
    private readonly Committer _committer;
    private readonly Crew _crew;
    private readonly bool _background;
    private readonly SemaphoreSlim _starting = new(1, 1);
    private readonly CancellationTokenSource _end = new();
    private Task? _writing, _beating;

    public Postman(IServiceScopeFactory scopes, IEnumerable<ITransport> transports, SendingTrouble trouble, Settings settings, TimeProvider clock, ILogger<Postman> log)
    {
        (_scopes, _transports, _clock, _log, _background) = (scopes, [.. transports], clock, log, settings.Workers);
        _lease = new WorkerLease(scopes);
        _committer = new Committer(scopes, trouble, log);
        _crew = new Crew(scopes, _lease, _committer, trouble, clock, log);
    }

    /// <summary>Something was queued: do not wait for the next look.</summary>
    public void Poke() => _crew.Poke();

    /// <summary>Sends until nothing claimable is left. What the other side put off, or refuses to take, stays in the ledger.</summary>
    public async Task Drain(CancellationToken ct)
    {
        await Begin(ct);
        await Task.WhenAll(_transports.Select(t => new Lane(t, new LaneOf(t.Name, Priority.Account, Priority.Outward), t.Connections, _crew).Run(untilEmpty: true, ct)));
        await CloseDone(ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!_background) return;
        // The first visitors come first: what the lanes need compiled would make them wait.
        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, stoppingToken);
        await BeginPatiently(stoppingToken);
        var lanes = _transports.SelectMany(t => new[]
        {
            new Lane(t, new LaneOf(t.Name, Priority.Account, Priority.Account), 1, _crew),
            new Lane(t, new LaneOf(t.Name, Priority.Service, Priority.Outward), t.Connections, _crew),
        }).Select(lane => lane.Run(untilEmpty: false, stoppingToken));
        await Task.WhenAll([.. lanes, Tidy(stoppingToken)]);
    }

    private async Task Tidy(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(ct)) await Patiently(() => CloseDone(ct), ct);
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    private async Task CloseDone(CancellationToken ct)
    {
        await using var scope = _scopes.CreateAsyncScope();
        await Claims.CloseDone(scope.ServiceProvider.GetRequiredService<Db>(), _clock.GetUtcNow(), ct);
    }

    private async Task Begin(CancellationToken ct)
    {
        await _starting.WaitAsync(ct);
        try
        {
            if (_writing is not null) return;
            await _lease.Begin(ct);
            _writing = Task.Run(() => _committer.Run(_end.Token), CancellationToken.None);
            _beating = Task.Run(Beat, CancellationToken.None);
        }
        finally
        {
            _starting.Release();
        }
    }

    private async Task BeginPatiently(CancellationToken ct)
    {
        while (_writing is null)
            if (!await Patiently(() => Begin(ct), ct)) await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, ct);
    }

    private async Task Beat()
    {
        using var timer = new PeriodicTimer(WorkerLease.Beat, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token)) await Patiently(() => _lease.Renew(_end.Token), _end.Token);
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }

    private async Task<bool> Patiently(Func<Task> work, CancellationToken ct)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            _log.LogError(fault, "The ledger's housekeeping failed and will be tried again: {Sentence}", LedgerFault.Sentence(fault));
            return false;
        }
    }

    /// <summary>Lets what is under way end and be written down; what cannot be is for the next start to find.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_writing is null || _end.IsCancellationRequested) return;
        _committer.Finish();
        await Task.WhenAny(_writing, Task.Delay(Farewell, TimeProvider.System, CancellationToken.None));
        var settled = _writing.IsCompleted;
        await _end.CancelAsync();
        await Task.WhenAll(_beating!, _writing.ContinueWith(_ => { }, TaskScheduler.Default));
        if (settled) await Patiently(() => _lease.End(CancellationToken.None), CancellationToken.None);
    }

    public override void Dispose()
    {
        _end.Cancel();
        base.Dispose();
    }
}
