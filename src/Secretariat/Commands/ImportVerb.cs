using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Commands;

/// <summary><c>import pack DIR</c> and <c>import people FILE</c>: twice changes nothing, a broken one leaves nothing behind.</summary>
public static class ImportVerb
{
    public static Command Command()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "The folder of the pack." };
        var pack = new Command("pack", "Load a data pack into the database.") { folder };
        pack.SetAction((parse, ct) => Honestly.Run(async () =>
        {
            await using var app = Application.Build(s => s with { Workers = false });
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Db>().Database.MigrateAsync(ct);
            var report = await scope.ServiceProvider.GetRequiredService<PackImport>().Run(parse.GetValue(folder)!.FullName, ct);
            return Print(report);
        }));
        return new Command("import", "Bring data in.") { pack, ImportPeopleVerb.Command() };
    }

    private static int Print(PackReport report)
    {
        foreach (var fault in report.Faults) Console.Error.WriteLine(fault);
        if (report.Faults.Count > 0)
        {
            Console.Error.WriteLine("Nothing was loaded.");
            return 1;
        }
        Console.WriteLine(report.Added.Count == 0 ? "Nothing new in the pack." : "Loaded " + string.Join(", ", report.Added.Select(a => $"{a.Value:N0} {a.Key}")) + ".");
        foreach (var difference in report.Differences) Console.WriteLine($"Kept as changed here: {difference}");
        return 0;
    }
}
