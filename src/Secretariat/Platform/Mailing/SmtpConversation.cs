using System.Net;
using System.Net.Sockets;
using System.Text;
using MailKit.Security;
using Secretariat.Platform.Deliveries;

namespace Secretariat.Platform.Mailing;

/// <summary>
/// A connection to the mail server that has said hello, is encrypted and signed in as asked. Our own, because the ledger must
/// know to the byte whether the server had said 354, and because pipelined it takes two thirds of MailKit's time (decision 0010).
/// </summary>
internal sealed class SmtpConversation : IAsyncDisposable
{
    private static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(30), AnswerTime = TimeSpan.FromMinutes(2), EndOfDataTime = TimeSpan.FromMinutes(10);
    private static readonly string[] Logins = ["SCRAM-SHA-256", "PLAIN", "LOGIN", "CRAM-MD5"];
    private static readonly byte[] EndOfData = "\r\n.\r\n"u8.ToArray();

    private readonly SmtpWire _wire;
    private readonly HashSet<string> _offers = new(StringComparer.OrdinalIgnoreCase);
    private string[] _logins = [];
    private CancellationTokenSource _limit = new();

    private SmtpConversation(SmtpWire wire) => _wire = wire;

    public bool Offers(string extension) => _offers.Contains(extension);

    public static async Task<SmtpConversation> Open(MailServer server, string hello, CancellationToken ct)
    {
        // Without NoDelay a letter's last, short packet waits for an acknowledgement: 22 letters a second instead of 1,650.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        SmtpConversation? conversation = null;
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(ConnectTime);
            await socket.ConnectAsync(server.Host, server.Port, limit.Token);
            conversation = new SmtpConversation(new SmtpWire(socket));
            await conversation.Greet(server, hello, limit.Token);
            return conversation;
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            if (conversation is not null) await conversation._wire.DisposeAsync();
            else socket.Dispose();
            if (fault is TransportDown) throw;
            var reason = fault is OperationCanceledException ? "it does not answer" : fault.Message.TrimEnd('.');
            throw new TransportDown($"The mail server {server} cannot be reached ({reason}). Letters wait and nothing is lost.", fault);
        }
    }

    private async Task Greet(MailServer server, string hello, CancellationToken ct)
    {
        if (server.Implicit) await Encrypt(server, ct);
        var greeting = await _wire.Answer(ct);
        if (!greeting.Good) throw new TransportDown($"The mail server {server} turns us away: {greeting}");
        await Hello(server, hello, ct);
        if (!_wire.Secure && server.Tls != MailTls.None && Offers("STARTTLS"))
        {
            var ready = await _wire.Ask("STARTTLS", ct);
            if (ready.Good)
            {
                await Encrypt(server, ct);
                await Hello(server, hello, ct);
            }
        }
        if (!_wire.Secure && server.Tls == MailTls.Required)
            throw new TransportDown($"The mail server {server} offers no encryption, and Mail__Smtp requires it. Ask its operator, or write tls=opportunistic.");
        if (server.User is not null) await SignIn(server, ct);
    }

    private async Task Encrypt(MailServer server, CancellationToken ct)
    {
        try
        {
            await _wire.Encrypt(server.Host, server.Tls == MailTls.Opportunistic, ct);
        }
        catch (System.Security.Authentication.AuthenticationException fault)
        {
            throw new TransportDown($"The mail server {server} could not prove that it is {server.Host}: {fault.Message}", fault);
        }
    }

    private async Task Hello(MailServer server, string hello, CancellationToken ct)
    {
        _offers.Clear();
        await _wire.Write($"EHLO {hello}", ct);
        var lines = await _wire.Lines(ct);
        var reply = SmtpReply.From(lines);
        if (!reply.Good)
        {
            if (!(reply = await _wire.Ask($"HELO {hello}", ct)).Good) throw new TransportDown($"The mail server {server} turns us away: {reply}");
            return;
        }
        foreach (var words in lines.Skip(1).Where(l => l.Length > 4).Select(l => l[4..].Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(w => w.Length > 0))
        {
            _offers.Add(words[0]);
            if (words[0].Equals("AUTH", StringComparison.OrdinalIgnoreCase)) _logins = words[1..];
        }
    }

    private async Task SignIn(MailServer server, CancellationToken ct)
    {
        var name = Logins.FirstOrDefault(l => _logins.Contains(l, StringComparer.OrdinalIgnoreCase))
            ?? throw new TransportDown($"The mail server {server} offers no way to sign in that we know ({string.Join(", ", _logins)}).");
        var login = SaslMechanism.Create(name, Encoding.UTF8, new NetworkCredential(server.User, server.Password))!;
        var first = login.SupportsInitialResponse ? await login.ChallengeAsync("", ct) : null;
        var reply = await _wire.Ask(first is null ? $"AUTH {name}" : $"AUTH {name} {first}", ct);
        while (reply.Code == 334) reply = await _wire.Ask(await login.ChallengeAsync(reply.Text, ct) ?? "", ct);
        if (!reply.Good) throw new TransportDown($"The mail server {server} refuses our name and password: {reply}. Correct Mail__Smtp.");
    }

    /// <summary>Sender, recipient and "data" in one packet where the server allows it. What it said before it hung up counts.</summary>
    public async Task<Introduction> Introduce(string from, string to, CancellationToken ct)
    {
        var limit = Limit(AnswerTime, ct);
        string[] lines = [$"MAIL FROM:<{from}>", $"RCPT TO:<{to}>", "DATA"];
        var replies = new List<SmtpReply>(lines.Length);
        try
        {
            if (Offers("PIPELINING"))
            {
                await _wire.Write(string.Join("\r\n", lines), limit);
                while (replies.Count < lines.Length) replies.Add(await _wire.Answer(limit));
            }
            else
                foreach (var line in lines.TakeWhile(_ => replies.All(r => r.Good))) replies.Add(await _wire.Ask(line, limit));
            return new Introduction(replies, Lost: false);
        }
        catch (Exception fault) when (MeansLost(fault))
        {
            return new Introduction(replies, Lost: true);
        }
    }

    public static bool MeansLost(Exception fault) => fault is IOException or SocketException or OperationCanceledException or ObjectDisposedException;

    /// <param name="letter">Ends without a line break and has no line that begins with a dot: our writer makes no such line.</param>
    public async Task<SmtpReply> Data(ReadOnlyMemory<byte> letter, CancellationToken ct)
    {
        var limit = Limit(EndOfDataTime, ct);
        await _wire.Write(letter, limit);
        await _wire.Write(EndOfData, limit);
        return await _wire.Answer(limit);
    }

    public Task<SmtpReply> Reset(CancellationToken ct) => _wire.Ask("RSET", Limit(AnswerTime, ct));

    private CancellationToken Limit(TimeSpan time, CancellationToken ct)
    {
        if (ct.CanBeCanceled || !_limit.TryReset())
        {
            _limit.Dispose();
            _limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        }
        _limit.CancelAfter(time);
        return _limit.Token;
    }

    public async ValueTask Quit()
    {
        try
        {
            await _wire.Ask("QUIT", Limit(TimeSpan.FromSeconds(2), default));
        }
        catch (Exception gone) when (MeansLost(gone))
        {
            // It went first.
        }
    }

    public ValueTask DisposeAsync()
    {
        _limit.Dispose();
        return _wire.DisposeAsync();
    }
}

/// <summary>What the server answered to sender, recipient and "data", as far as it came.</summary>
internal sealed record Introduction(IReadOnlyList<SmtpReply> Replies, bool Lost)
{
    public SmtpReply? Sender => Replies.ElementAtOrDefault(0);
    public SmtpReply? Recipient => Replies.ElementAtOrDefault(1);
    public SmtpReply? Data => Replies.ElementAtOrDefault(2);

    /// <summary>It waits for a letter now, whomever it refused before.</summary>
    public bool GoOn => Data is { GoOn: true };

    public bool Welcome => Sender is { Good: true } && Recipient is { Good: true } && GoOn;

    /// <summary>It is gone, or says that it is going.</summary>
    public bool Over => Lost || Replies.Any(r => r.Code == 421);
}
