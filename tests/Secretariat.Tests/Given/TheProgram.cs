using System.Diagnostics;

namespace Secretariat.Tests.Given;

/// <summary>The program itself, as built, in a process of its own on the test's database: to be killed, or to be started as only a process can be.</summary>
public static class TheProgram
{
    public static Process Serve(TheNetwork network, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Secretariat.dll"), "serve"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = network.Folder,
            Environment =
            {
                ["ConnectionStrings__Database"] = network.Connection,
                ["Data"] = network.Folder,
                ["Site__Url"] = $"http://127.0.0.1:{PostgresServer.FreePort()}",
                ["Mail__From"] = "secretariat@network.example",
                ["Logging__LogLevel__Default"] = "Warning",
            },
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        return process;
    }
}
