using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Mailing;

/// <summary>
/// The one reader of <c>Mail__Imap</c>: hands each new letter to those who receive mail. A taken letter is marked as read, one
/// that cannot be read is flagged and set aside, one that nobody takes stays as it is.
/// </summary>
public sealed class Inbox(IServiceScopeFactory scopes, MailSettings mail, Settings settings, TimeProvider clock, ILogger<Inbox> log) : BackgroundService
{
    private const uint Largest = 25 * 1024 * 1024;
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private static readonly string[] EnvelopeHeaders = ["Delivered-To", "X-Original-To", "Envelope-To"];

    private readonly HashSet<UniqueId> _untaken = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (mail.Imap is null || !settings.Workers) return;
        using var timer = new PeriodicTimer(Every, TimeProvider.System);
        do
        {
            try
            {
                await Read(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(fault, "The mailbox at {Server} could not be read; the next look is in a minute", mail.Imap);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>One look. Returns how many letters were taken.</summary>
    public async Task<int> Read(CancellationToken ct)
    {
        var server = mail.Imap ?? throw new InvalidOperationException("Mail__Imap is not set.");
        using var client = new ImapClient();
        if (server.Tls == MailTls.Opportunistic) client.ServerCertificateValidationCallback = (_, _, _, _) => true;
        await client.ConnectAsync(server.Host, server.Port, server.Implicit ? SecureSocketOptions.SslOnConnect : server.Tls switch
        {
            MailTls.Required => SecureSocketOptions.StartTls,
            MailTls.Opportunistic => SecureSocketOptions.StartTlsWhenAvailable,
            _ => SecureSocketOptions.None,
        }, ct);
        await client.AuthenticateAsync(server.User ?? "", server.Password ?? "", ct);
        var folder = server.Folder is "" ? client.Inbox! : await client.GetFolderAsync(server.Folder, ct);
        await folder.OpenAsync(FolderAccess.ReadWrite, ct);
        var fresh = await folder.SearchAsync(SearchQuery.NotSeen.And(SearchQuery.NotDeleted), ct);
        var sizes = (await folder.FetchAsync(fresh, MessageSummaryItems.UniqueId | MessageSummaryItems.Size, ct)).ToDictionary(m => m.UniqueId, m => m.Size ?? 0);
        var taken = 0;
        foreach (var id in fresh.Where(id => !_untaken.Contains(id)))
            if (await One(folder, id, sizes.GetValueOrDefault(id), ct)) taken++;
        await client.DisconnectAsync(true, ct);
        return taken;
    }

    private async Task<bool> One(IMailFolder folder, UniqueId id, uint size, CancellationToken ct)
    {
        InboundMail? letter = null;
        try
        {
            if (size > Largest) throw new FormatException($"it is larger than {Largest / 1024 / 1024} MB");
            letter = await Load(folder, id, ct);
            if (!await Offer(letter, ct))
            {
                _untaken.Add(id);
                return false;
            }
            await folder.AddFlagsAsync(id, MessageFlags.Seen, true, ct);
            return true;
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or IOException or ImapProtocolException or Microsoft.EntityFrameworkCore.DbUpdateException or System.Data.Common.DbException))
        {
            log.LogError(fault, "A letter that came in was set aside");
            await SetAside(letter, fault.Message, ct);
            await folder.AddFlagsAsync(id, MessageFlags.Seen | MessageFlags.Flagged, true, ct);
            return false;
        }
    }

    private static async Task<InboundMail> Load(IMailFolder folder, UniqueId id, CancellationToken ct)
    {
        using var message = await folder.GetMessageAsync(id, ct);
        using var source = new MemoryStream();
        await message.WriteToAsync(source, ct);
        var envelope = EnvelopeHeaders.SelectMany(name => message.Headers.Where(h => h.Field.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value.Trim().Trim('<', '>')));
        var to = envelope.Concat(message.To.Mailboxes.Concat(message.Cc.Mailboxes).Select(m => m.Address));
        return new InboundMail([.. to.Distinct(StringComparer.OrdinalIgnoreCase)], message.From.Mailboxes.FirstOrDefault()?.Address ?? "", message.Subject ?? "", source.ToArray());
    }

    private async Task<bool> Offer(InboundMail letter, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var receiver in scope.ServiceProvider.GetServices<IReceivesMail>().OrderBy(r => r.Order))
            if (await receiver.Take(letter, ct)) return true;
        return false;
    }

    private async Task SetAside(InboundMail? letter, string why, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        db.Add(new SetAsideMail { At = clock.GetUtcNow(), From = Cut(letter?.From, 340), Subject = Cut(letter?.Subject, 300), Why = why });
        await db.SaveUnaudited(ct);
    }

    private static string Cut(string? text, int most) => text is null ? "" : text.Length <= most ? text : text[..most];
}
