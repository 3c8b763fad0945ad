using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Secretariat.Bench.Mail;

/// <summary>postfix's smtp-sink, which takes and forgets; and smtp-source, which sends as fast as it can.</summary>
internal sealed class Sink : IAsyncDisposable
{
    private readonly Process _sink;

    public Sink()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Port = ((IPEndPoint)free.LocalEndpoint).Port;
        }
        string[] user = Environment.UserName == "root" ? ["-u", "postfix"] : [];
        _sink = Start("smtp-sink", [.. user, $"127.0.0.1:{Port}", "1000"]);
    }

    public int Port { get; }

    public async Task<TimeSpan> Source(int letters, int connections)
    {
        var clock = Stopwatch.StartNew();
        using var source = Start("smtp-source", ["-d", "-s", $"{connections}", "-m", $"{letters}", "-l", "30000", "-f", "from@network.example", "-t", "to@member.example", $"127.0.0.1:{Port}"]);
        await source.WaitForExitAsync();
        return source.ExitCode == 0 ? clock.Elapsed : throw new InvalidOperationException($"smtp-source ended with {source.ExitCode}.");
    }

    private static Process Start(string program, string[] arguments) =>
        Process.Start(new ProcessStartInfo(File.Exists($"/usr/sbin/{program}") ? $"/usr/sbin/{program}" : program, arguments)) ?? throw new InvalidOperationException($"{program} does not start.");

    public async ValueTask DisposeAsync()
    {
        _sink.Kill();
        await _sink.WaitForExitAsync();
        _sink.Dispose();
    }
}
