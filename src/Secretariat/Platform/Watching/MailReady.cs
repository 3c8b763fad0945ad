using System.Net.Sockets;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Mailing;

namespace Secretariat.Platform.Watching;

/// <summary>
/// Does the mail server take a connection, and do letters leave? When not, the program is degraded and still ready: letters
/// wait in the ledger, and taking every process out of service would not help them.
/// </summary>
public sealed class MailReady(MailSettings mail, SendingTrouble trouble) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);
    private (long At, bool Reached)? _last;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (trouble.Sentences.Count > 0) return HealthCheckResult.Degraded("letters wait; the desk’s home says why");
        if (mail.Smtp is not { } server) return HealthCheckResult.Healthy();
        if (_last is not { } last || TimeProvider.System.GetElapsedTime(last.At) > Remembered)
            _last = last = (TimeProvider.System.GetTimestamp(), await Reaches(server, cancellationToken));
        return last.Reached ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("the mail server takes no connection");
    }

    private static async Task<bool> Reaches(MailServer server, CancellationToken ct)
    {
        using var socket = new TcpClient();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            await socket.ConnectAsync(server.Host, server.Port, patience.Token);
            return true;
        }
        catch (Exception fault) when (fault is SocketException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            return false;
        }
    }
}
