using System.CommandLine;
using Secretariat.Platform.Searching;

namespace Secretariat.Commands;

/// <summary><c>index</c>: makes what is searched anew from the records.</summary>
public static class IndexVerb
{
    public static Command Command()
    {
        var command = new Command("index", "Make what is searched anew from the records. It may run beside the program.");
        command.SetAction((parse, ct) => Honestly.Run(async () =>
        {
            await using var app = Application.Build(s => s with { Workers = false });
            await using var scope = app.Services.CreateAsyncScope();
            foreach (var (heading, count) in await scope.ServiceProvider.GetRequiredService<BuildIndex>().Run(all: true, ct)) Console.WriteLine($"{heading}: {count:N0}");
            return 0;
        }));
        return command;
    }
}
