using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Secretariat.Platform.Mailing;

/// <summary>Lines out, answers in: the bare conversation with a mail server, every wait of which ends.</summary>
internal sealed class SmtpWire(Socket socket) : IAsyncDisposable
{
    private const int LongestAnswer = 64 * 1024;

    private readonly byte[] _read = new byte[4096];
    private readonly StringBuilder _line = new();
    private Stream _stream = new NetworkStream(socket, ownsSocket: true);
    private int _at, _end;

    public bool Secure => _stream is SslStream;

    /// <param name="trusting">Opportunistic TLS hides the letter from listeners but cannot prove who listens, so any certificate will do.</param>
    public async Task Encrypt(string host, bool trusting, CancellationToken ct)
    {
        // Whatever was said before the handshake is not to be believed after it.
        _at = _end = 0;
        var tls = new SslStream(_stream, leaveInnerStreamOpen: false);
        var options = new SslClientAuthenticationOptions { TargetHost = host };
        if (trusting) options.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        await tls.AuthenticateAsClientAsync(options, ct);
        _stream = tls;
    }

    public ValueTask Write(ReadOnlyMemory<byte> bytes, CancellationToken ct) => _stream.WriteAsync(bytes, ct);

    public ValueTask Write(string line, CancellationToken ct) => _stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), ct);

    public async Task<SmtpReply> Ask(string line, CancellationToken ct)
    {
        await Write(line, ct);
        return await Answer(ct);
    }

    /// <summary>One answer, of one line or several. Throws <see cref="IOException"/> when the connection ends instead.</summary>
    public async ValueTask<SmtpReply> Answer(CancellationToken ct) => SmtpReply.From(await Lines(ct));

    public async ValueTask<List<string>> Lines(CancellationToken ct)
    {
        var lines = new List<string>(1);
        var length = 0;
        while (true)
        {
            var line = await Line(ct);
            lines.Add(line);
            length += line.Length;
            if (line.Length < 4 || line[3] != '-') return lines;
            if (length > LongestAnswer) throw new IOException("The mail server does not stop talking.");
        }
    }

    private async ValueTask<string> Line(CancellationToken ct)
    {
        _line.Clear();
        while (true)
        {
            while (_at < _end)
            {
                var c = (char)_read[_at++];
                if (c == '\n') return _line.ToString();
                if (c != '\r') _line.Append(c);
                if (_line.Length > LongestAnswer) throw new IOException("The mail server does not stop talking.");
            }
            (_at, _end) = (0, await _stream.ReadAsync(_read, ct));
            if (_end == 0) throw new IOException("The mail server closed the connection.");
        }
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();
}
