using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Secretariat.Platform;
using Secretariat.Platform.Mailing;

namespace Secretariat.Tests.Given;

/// <summary>A mail server that encrypts and asks for a password: "me" with "secret". Its certificate is its own work.</summary>
public sealed class SubmissionServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly X509Certificate2 _certificate;
    private readonly Task _running;

    /// <param name="host">Whom the certificate is made out to.</param>
    public SubmissionServer(string host = "localhost")
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        _certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        _listener.Start();
        _running = Accept();
    }

    /// <summary>A letter it took, and whether it came encrypted and after a password.</summary>
    public record Letter(string To, bool Encrypted, bool SignedIn);

    public ConcurrentQueue<Letter> Taken { get; } = new();

    /// <summary>Every line that it heard in the clear.</summary>
    public ConcurrentQueue<string> HeardInTheClear { get; } = new();

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;
    public string Certificate => _certificate.ExportCertificatePem();
    public bool OffersTls { get; init; } = true;
    public bool TlsFromTheFirstByte { get; init; }
    public string Login { get; init; } = "PLAIN";

    /// <summary>What somebody on the way puts behind the answer to STARTTLS.</summary>
    public string Injected { get; init; } = "";

    public Settings Use(Settings settings, string login, string tls) => settings with
    {
        Mail = settings.Mail with { Smtp = MailServer.TryParse($"smtp://{login}localhost:{Port}?tls={tls}", ["smtp"]), Connections = 1, From = "secretariat@network.example" },
    };

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
        using var _ = client;
        Stream stream = client.GetStream();
        var (to, signedIn) = ("", false);
        try
        {
            if (TlsFromTheFirstByte) stream = await Encrypt(stream);
            await Say("220 test.example ESMTP");
            while (await Line() is { } line)
            {
                var encrypted = stream is SslStream;
                if (line.StartsWith("EHLO")) await Say($"250-test.example\r\n{(OffersTls && !encrypted ? "250-STARTTLS\r\n" : "")}{(encrypted ? $"250-AUTH {Login}\r\n" : "")}250 8BITMIME");
                else if (line == "STARTTLS")
                {
                    await Say("220 Go on" + Injected);
                    stream = await Encrypt(stream);
                }
                else if (line.StartsWith("AUTH")) await Say((signedIn = encrypted && await Knows(line)) ? "235 2.7.0 Welcome" : "535 5.7.8 Wrong name or password");
                else if (line.StartsWith("RCPT TO:"))
                {
                    to = line[9..].TrimEnd('>');
                    await Say("250 Ok");
                }
                else if (line == "DATA")
                {
                    await Say("354 Go on");
                    while (await Line() is { } text && text != ".") { }
                    Taken.Enqueue(new Letter(to, encrypted, signedIn));
                    await Say("250 Ok");
                }
                else await Say("250 Ok");
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or SocketException or System.Security.Authentication.AuthenticationException)
        {
            // The other side, or the test, has ended; or it did not like the certificate.
        }
        finally
        {
            await stream.DisposeAsync();
        }

        async Task<Stream> Encrypt(Stream clear)
        {
            var tls = new SslStream(clear);
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _end.Token);
            return tls;
        }

        async Task<bool> Knows(string line)
        {
            if (Login == "PLAIN") return line == "AUTH PLAIN " + Base64("\0me\0secret");
            if (line != "AUTH LOGIN") return false;
            await Say("334 " + Base64("Username:"));
            var name = await Line();
            await Say("334 " + Base64("Password:"));
            return name == Base64("me") & await Line() == Base64("secret");
        }

        Task Say(string line) => stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), _end.Token).AsTask();

        // Byte by byte, so that nothing of the handshake is swallowed.
        async Task<string?> Line()
        {
            var (line, one) = (new StringBuilder(), new byte[1]);
            while (await stream.ReadAsync(one, _end.Token) == 1)
            {
                if (one[0] != '\n')
                {
                    line.Append((char)one[0]);
                    continue;
                }
                var whole = line.ToString().TrimEnd('\r');
                if (stream is not SslStream) HeardInTheClear.Enqueue(whole);
                return whole;
            }
            return null;
        }
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.ASCII.GetBytes(text));

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _running;
        _end.Dispose();
        _certificate.Dispose();
    }
}
