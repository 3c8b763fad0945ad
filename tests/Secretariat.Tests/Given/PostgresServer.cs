using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Secretariat.Tests.Given;

/// <summary>A PostgreSQL of the tests' own: free port, own folder, 127.0.0.1 only, ended by its process id.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly Lazy<Task<PostgresServer>> Shared = new(Start);
    private readonly Process _process;
    private readonly string _folder;

    private PostgresServer(Process process, string folder, int port) => (_process, _folder, Port) = (process, folder, port);

    public int Port { get; }

    public static Task<PostgresServer> Instance => Shared.Value;

    public static bool Started => Shared.IsValueCreated;

    public string Connection(string database) => $"Host=127.0.0.1;Port={Port};Username=postgres;Database={database};Maximum Pool Size=30;Include Error Detail=true";

    private static async Task<PostgresServer> Start()
    {
        var bin = Directory.GetDirectories("/usr/lib/postgresql").Order().Last() + "/bin/";
        var folder = Directory.CreateTempSubdirectory("secretariat-pg-").FullName;
        var root = Environment.UserName == "root";
        if (root) await Run("chown", "postgres", folder);
        // PostgreSQL refuses to run as root, so root hands it to its own account.
        await Run(root, bin + "initdb", "-D", folder + "/data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale", "C.UTF-8", "--no-sync");
        var port = FreePort();
        var process = await Keep(Info(root, bin + "postgres", "-D", folder + "/data", "-p", $"{port}", "-h", "127.0.0.1", "-k", folder,
            "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "max_connections=300"));
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        var server = new PostgresServer(process, folder, port);
        for (var tries = 0; ; tries++)
        {
            try
            {
                await using var connection = new Npgsql.NpgsqlConnection(server.Connection("postgres") + ";Pooling=false");
                await connection.OpenAsync();
                return server;
            }
            catch (Exception) when (tries < 100)
            {
                await Task.Delay(100);
            }
        }
    }

    /// <summary>The signal of --pdeathsig comes when the thread that started the child ends: a pool thread would retire in the middle of the run.</summary>
    private static Task<Process> Keep(ProcessStartInfo info)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                var process = Process.Start(info)!;
                started.SetResult(process);
                process.WaitForExit();
            }
            catch (Exception fault) when (!started.Task.IsCompleted)
            {
                started.SetException(fault);
            }
        })
        { IsBackground = true }.Start();
        return started.Task;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static ProcessStartInfo Info(bool asPostgres, string program, params string[] arguments) =>
        new(asPostgres ? "setpriv" : program, asPostgres ? ["--reuid=postgres", "--regid=postgres", "--init-groups", "--pdeathsig", "INT", program, .. arguments] : arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };

    private static Task Run(string program, params string[] arguments) => Run(false, program, arguments);

    private static async Task Run(bool asPostgres, string program, params string[] arguments)
    {
        using var process = Process.Start(Info(asPostgres, program, arguments))!;
        var errors = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} failed: {await errors}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            // SIGINT is PostgreSQL's fast shutdown.
            await Run("kill", "-INT", $"{_process.Id}");
            await _process.WaitForExitAsync();
        }
        Directory.Delete(_folder, recursive: true);
    }
}
