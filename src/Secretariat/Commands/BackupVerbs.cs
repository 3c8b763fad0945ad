using System.CommandLine;
using Secretariat.Platform.Backups;
using Secretariat.Platform.Data;

namespace Secretariat.Commands;

/// <summary><c>backup FILE</c> while the program goes on, and <c>restore FILE</c> into an empty database.</summary>
public static class BackupVerbs
{
    public static Command Backup()
    {
        var file = new Argument<string>("FILE") { Description = "The archive to write; it must not exist yet." };
        var command = new Command("backup", "Write database, files, keys and the audit head into one archive, while the program is in use.") { file };
        command.SetAction((parse, ct) => Run(async backup =>
        {
            var (manifest, hash) = await backup.Make(parse.GetValue(file)!, ct);
            Console.WriteLine($"""
                Backed up {manifest.Rows:N0} rows of {manifest.Tables.Count} tables and {manifest.Entries.Count(e => e.Name.StartsWith("files/", StringComparison.Ordinal)):N0} files. The archive holds the keys: keep it where only you can read it.
                sha256 of its contents: {hash}
                """);
            return 0;
        }));
        return command;
    }

    public static Command Restore()
    {
        var file = new Argument<string>("FILE") { Description = "An archive that backup wrote." };
        var command = new Command("restore", "Restore an archive into an empty database of the engine it came from, and check it.") { file };
        command.SetAction((parse, ct) => Run(async backup =>
        {
            var (manifest, hash, audit, stopped) = await backup.Restore(parse.GetValue(file)!, ct);
            Console.WriteLine($"""
                Restored {manifest.Rows:N0} rows of {manifest.Tables.Count} tables, as they were on {manifest.MadeAt:u}: every count and hash agrees.
                sha256 of its contents: {hash}
                {audit}
                """);
            Console.WriteLine(stopped.Count == 0 ? "Nothing was waiting to leave." : $"\nWhat was waiting to leave does not leave by itself:\n{string.Join('\n', stopped.Select(s => $"- {s}"))}");
            return audit.Holds ? 0 : 1;
        }));
        return command;
    }

    private static Task<int> Run(Func<Backup, Task<int>> work) => Honestly.Run(async () =>
    {
        await using var app = Application.Build(s => s with { Workers = false });
        await using var scope = app.Services.CreateAsyncScope();
        try
        {
            return await work(scope.ServiceProvider.GetRequiredService<Backup>());
        }
        catch (Exception fault) when (DatabaseTrouble.Sentence(fault) is { } sentence)
        {
            throw new RuleBroken(sentence);
        }
    });
}
