using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Secretariat.Tests.Given;

/// <summary>A real IMAP server on a folder of its own, where Debian's dovecot-imapd is installed.</summary>
public sealed class Dovecot : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("secretariat-imap-").FullName;
    private readonly Process _process;

    public static bool Installed => File.Exists("/usr/sbin/dovecot") && File.Exists("/usr/lib/dovecot/imap") && Environment.UserName == "root";

    private Dovecot()
    {
        Port = PostgresServer.FreePort();
        var letters = Path.Combine(_folder, "mail");
        foreach (var name in new[] { "cur", "new", "tmp" }) Directory.CreateDirectory(Path.Combine(letters, name));
        foreach (var path in Directory.GetDirectories(_folder, "*", SearchOption.AllDirectories).Append(_folder)) Open(path);
        var file = Path.Combine(_folder, "dovecot.conf");
        File.WriteAllText(file, $$"""
            base_dir = {{_folder}}/run
            state_dir = {{_folder}}/state
            log_path = {{_folder}}/log
            protocols = imap
            listen = 127.0.0.1
            ssl = no
            disable_plaintext_auth = no
            mail_location = maildir:{{letters}}
            first_valid_uid = 1
            passdb {
              driver = static
              args = password=secret
            }
            userdb {
              driver = static
              args = uid=nobody gid=nogroup home={{_folder}}
            }
            service imap-login {
              chroot =
              inet_listener imap {
                port = {{Port}}
              }
              inet_listener imaps {
                port = 0
              }
            }
            service anvil {
              chroot =
            }
            service stats {
              chroot =
            }
            """);
        _process = Process.Start(new ProcessStartInfo("/usr/sbin/dovecot", ["-F", "-c", file]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
    }

    public int Port { get; }

    public static async Task<Dovecot> Start()
    {
        var server = new Dovecot();
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", server.Port);
                return server;
            }
            catch (SocketException) when (tries < 200 && !server._process.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }

    public void Deliver(string message)
    {
        var file = Path.Combine(_folder, "mail", "new", $"{Guid.NewGuid():N}.test");
        File.WriteAllText(file, message.ReplaceLineEndings("\r\n"), new UTF8Encoding(false));
        Open(file);
    }

    /// <summary>The names of the files: their ends show the flags, "S" for seen and "F" for flagged.</summary>
    public IReadOnlyList<string> Flags => [.. Directory.GetFiles(Path.Combine(_folder, "mail", "cur")).Select(f => f.Split(":2,").Last())];

    // Dovecot reads and marks the letters as nobody.
    private static void Open(string path)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, (UnixFileMode)511);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var stop = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
            await stop.WaitForExitAsync();
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
