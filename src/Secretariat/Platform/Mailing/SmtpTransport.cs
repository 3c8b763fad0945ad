using Secretariat.Platform.Deliveries;

namespace Secretariat.Platform.Mailing;

/// <summary>Letters by SMTP, through the server that <c>Mail__Smtp</c> names.</summary>
internal sealed class SmtpTransport(MailSettings mail, LetterPress press) : ITransport
{
    private readonly Throttle _throttle = new(mail.PerSecond);
    private readonly string _hello = System.Net.Dns.GetHostName() is var host && host.Contains('.') ? host : mail.FromDomain;

    public string Name => "mail";

    public int Connections => mail.Connections;

    public async Task<ITransportSession> Open(CancellationToken ct) => new SmtpSession(await SmtpConversation.Open(mail.Smtp!, _hello, ct), press, _throttle);
}

/// <summary>At most so many a second, by the machine's clock.</summary>
internal sealed class Throttle(double? perSecond)
{
    private readonly Lock _lock = new();
    private long _next;

    public Task Turn(CancellationToken ct)
    {
        if (perSecond is not { } rate) return Task.CompletedTask;
        var time = TimeProvider.System;
        long wait;
        lock (_lock)
        {
            var now = time.GetTimestamp();
            var mine = Math.Max(now, _next);
            _next = mine + (long)(time.TimestampFrequency / rate);
            wait = mine - now;
        }
        return wait == 0 ? Task.CompletedTask : Task.Delay(TimeSpan.FromSeconds((double)wait / time.TimestampFrequency), time, ct);
    }
}
