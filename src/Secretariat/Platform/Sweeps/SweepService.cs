using Secretariat.Platform.Auditing;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Sweeps;

/// <summary>Ticks: runs due sweeps every few seconds and seals the audit trail each minute, by the machine's clock.</summary>
public sealed class SweepService(SweepRunner runner, IServiceScopeFactory scopes, AuditSeal seal, ILogger<SweepService> log) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan SealEvery = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var sealAt = TimeProvider.System.GetUtcNow() + SealEvery;
        using var timer = new PeriodicTimer(Tick, TimeProvider.System);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await runner.RunNow(stoppingToken);
                if (TimeProvider.System.GetUtcNow() < sealAt) continue;
                sealAt = TimeProvider.System.GetUtcNow() + SealEvery;
                await using var scope = scopes.CreateAsyncScope();
                await seal.Run(scope.ServiceProvider.GetRequiredService<Db>(), stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "A tick of the schedule failed; the next one tries again");
            }
        }
    }
}
