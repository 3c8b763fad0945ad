using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Secretariat.Platform.Watching;

/// <summary>Can the data folder be written to, and is there room for a while?</summary>
public sealed class DiskReady(Settings settings) : IHealthCheck
{
    private const long Enough = 200L * 1024 * 1024;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var probe = Path.Combine(settings.DataFolder, $".ready-{Guid.NewGuid():N}");
        try
        {
            await File.WriteAllTextAsync(probe, "ready", cancellationToken);
            File.Delete(probe);
            return new DriveInfo(settings.DataFolder).AvailableFreeSpace >= Enough ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("less than 200 MB left");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return HealthCheckResult.Unhealthy("the data folder cannot be written to", fault);
        }
    }
}
