using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;
using Secretariat.Platform;
using Secretariat.Platform.Mailing;

namespace Secretariat.Tests.Given;

/// <summary>A mail server that does as it is told, recipient by recipient, and remembers what it took.</summary>
public sealed class FakeMailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _running;
    private int _open;
    private int _mostOpen;

    public FakeMailServer()
    {
        _listener.Start();
        _running = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What it took: it answered 250 to the final dot, or was told to take it and drop the connection.</summary>
    public ConcurrentQueue<Letter> Taken { get; } = new();

    public int MostConnections => _mostOpen;

    /// <summary>What to do with a recipient; accepts all unless told otherwise.</summary>
    public Func<string, Deed> With { get; set; } = _ => Deed.Take;

    public Func<string, string> AnswerTo { get; set; } = _ => "250 2.1.0 Ok";

    public bool Pipelining { get; set; } = true;

    /// <summary>Runs before each final answer: a slow server, or a test that acts in the middle of a send.</summary>
    public Func<Task> BeforeAnswer { get; set; } = () => Task.CompletedTask;

    public Settings Use(Settings settings) => settings with
    {
        Mail = settings.Mail with { Smtp = MailServer.TryParse($"smtp://127.0.0.1:{Port}?tls=none", ["smtp"]), Connections = 4, From = "secretariat@network.example" },
    };

    public record Letter(string From, string To, byte[] Source)
    {
        public MimeMessage Message => MimeMessage.Load(new MemoryStream(Source));
    }

    /// <param name="Answer">To RCPT, or to the final dot when <see cref="AtTheEnd"/>.</param>
    public record Deed(string Answer = "250 2.1.5 Ok", bool AtTheEnd = false, bool DropBefore354 = false, bool DropAfter354 = false, bool DropAfterTaking = false)
    {
        public static readonly Deed Take = new();
        public static Deed Refuse(string answer) => new(answer);
        public static Deed RefuseLetter(string answer) => new(answer, AtTheEnd: true);
        public static readonly Deed HangUpBefore354 = new(DropBefore354: true);
        public static readonly Deed HangUpAfter354 = new(DropAfter354: true);
        public static readonly Deed HangUpAfterTaking = new(DropAfterTaking: true);

        /// <summary>Says 354 although it refused the recipient, as some servers do.</summary>
        public bool GoOnAnyway { get; init; }

        /// <summary>Hangs up after the refusal, at whatever comes next.</summary>
        public bool HangUp { get; init; }

        public bool Refused => !AtTheEnd && !Answer.StartsWith('2');
    }

    private async Task Accept()
    {
        var talks = new List<Task>();
        try
        {
            while (true) talks.Add(Talk(await _listener.AcceptTcpClientAsync(_end.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task Talk(TcpClient client)
    {
        var open = Interlocked.Increment(ref _open);
        for (var most = _mostOpen; open > most && Interlocked.CompareExchange(ref _mostOpen, open, most) != most; most = _mostOpen) { }
        try
        {
            using var _ = client;
            client.NoDelay = true;
            var stream = client.GetStream();
            var lines = new LineReader(stream);
            Task Say(string line) => stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), _end.Token).AsTask();
            await Say("220 test.example ESMTP");
            string from = "", to = "";
            while (await lines.Next(_end.Token) is { } line)
            {
                if (line.StartsWith("EHLO")) await Say(Pipelining ? "250-test.example\r\n250-PIPELINING\r\n250 8BITMIME" : "250 test.example");
                else if (line.StartsWith("MAIL FROM:"))
                {
                    from = line[11..].TrimEnd('>');
                    await Say(AnswerTo(from));
                }
                else if (line.StartsWith("RCPT TO:"))
                {
                    to = line[9..].TrimEnd('>');
                    await Say(With(to) is { AtTheEnd: false } deed ? deed.Answer : "250 2.1.5 Ok");
                }
                else if (line == "DATA")
                {
                    var deed = With(to);
                    if (deed.Refused && !deed.GoOnAnyway)
                    {
                        if (deed.HangUp) return;
                        await Say("554 5.5.1 No valid recipients");
                        continue;
                    }
                    if (deed.DropBefore354) return;
                    await Say("354 Go on");
                    if (deed.DropAfter354 || (deed.Refused && deed.HangUp)) return;
                    if (await lines.Letter(_end.Token) is not { } source) return;
                    if (deed.Refused) { await Say("554 5.5.1 No valid recipients"); continue; }
                    await BeforeAnswer();
                    if (deed.AtTheEnd) { await Say(deed.Answer); continue; }
                    Taken.Enqueue(new Letter(from, to, source));
                    if (deed.DropAfterTaking) return;
                    await Say($"250 2.0.0 Ok: queued as {Taken.Count:X}");
                }
                else if (line == "QUIT")
                {
                    await Say("221 Bye");
                    return;
                }
                else if (With(to).HangUp) return;
                else await Say("250 Ok");
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or SocketException)
        {
            // The other side, or the test, has ended.
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _running;
        _end.Dispose();
    }

    private sealed class LineReader(NetworkStream stream)
    {
        private readonly byte[] _buffer = new byte[65536];
        private int _at, _end;

        public async Task<string?> Next(CancellationToken ct) => await Line(ct) is { } line ? Encoding.UTF8.GetString(line) : null;

        public async Task<byte[]?> Letter(CancellationToken ct)
        {
            using var letter = new MemoryStream();
            while (await Line(ct) is { } line)
            {
                if (line is [(byte)'.']) return letter.ToArray();
                letter.Write(line is [(byte)'.', ..] ? line.AsSpan(1) : line);
                letter.Write("\r\n"u8);
            }
            return null;
        }

        private async ValueTask<byte[]?> Line(CancellationToken ct)
        {
            var line = new MemoryStream(128);
            while (true)
            {
                var end = Array.IndexOf(_buffer, (byte)'\n', _at, _end - _at);
                if (end >= 0)
                {
                    line.Write(_buffer, _at, end - _at);
                    _at = end + 1;
                    var bytes = line.ToArray();
                    return bytes is [.. var rest, (byte)'\r'] ? rest : bytes;
                }
                line.Write(_buffer, _at, _end - _at);
                (_at, _end) = (0, await stream.ReadAsync(_buffer, ct));
                if (_end == 0) return null;
            }
        }
    }
}
