namespace Secretariat.Members.Finding;

/// <summary>Reads the finder's files soon after the start, unless somebody asks sooner, and every half minute looks whether another process changed them.</summary>
public sealed partial class FinderWarmth(Finders finders, Platform.Settings settings, ILogger<FinderWarmth> log) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Workers) return;
        // The machine's clock: moving the network's must not make this look often.
        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, stoppingToken);
        using var timer = new PeriodicTimer(Rest, TimeProvider.System);
        do
        {
            try
            {
                await finders.Refresh(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Failed(log, fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "The finder could not be refreshed; it answers from what it has.")]
    private static partial void Failed(ILogger log, Exception fault);
}
