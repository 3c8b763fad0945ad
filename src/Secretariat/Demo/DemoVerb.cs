using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Secretariat.Commands;
using Secretariat.Platform;
using Secretariat.Platform.Access;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Demo;

/// <summary><c>demo</c>: the sample network on this machine, at any day of its year.</summary>
public static class DemoVerb
{
    private static readonly TimeOnly Morning = new(9, 0);

    public static Command Command()
    {
        var asOf = new Option<string?>("--as-of") { Description = "The day the demo's clock starts at (2017-10-16)." };
        var port = new Option<int>("--port") { Description = "The port on this machine.", DefaultValueFactory = _ => 5080 };
        var data = new Option<string>("--data") { Description = "The folder for the demo's database and files.", DefaultValueFactory = _ => "data/demo" };
        var fresh = new Option<bool>("--fresh") { Description = "Start again from an empty database." };
        var command = new Command("demo", "Load the sample network, play its year up to a day and serve it on this machine.") { asOf, port, data, fresh };
        command.SetAction((parse, ct) => Honestly.Run(() => Run(parse.GetValue(asOf), parse.GetValue(port), parse.GetValue(data)!, parse.GetValue(fresh), ct)));
        return command;
    }

    private static async Task<int> Run(string? asOf, int port, string data, bool fresh, CancellationToken ct)
    {
        var folder = Settings.Resolve(data);
        if (fresh) Empty(folder);
        await using var app = Application.Build(s => s with
        {
            Demo = true,
            DataFolder = folder,
            Database = $"Data Source={Path.Combine(folder, "secretariat.db")}",
            Url = new Uri($"http://localhost:{port}"),
        }, demo: true);
        var clock = app.Services.GetRequiredService<DemoClock>();
        var remembered = await clock.Remembered(ct);
        if (remembered is null) await Begin(app, folder, Day(asOf ?? "2017-10-16"), ct);
        else if (asOf is null) await clock.MoveTo(remembered.Value, ct);
        else await GoOn(clock, remembered.Value, Day(asOf), ct);

        app.Urls.Add($"http://localhost:{port}");
        await app.StartAsync(ct);
        Greet(port, clock.Now.DateIn(app.Services.GetRequiredService<Sites>().Current.Zone));
        await app.WaitForShutdownAsync(ct);
        return 0;
    }

    private static DateOnly Day(string typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : throw new RuleBroken($"“{typed}” is not a date. Write it as 2017-10-16.");

    /// <summary>Only a folder that a demo made is emptied.</summary>
    private static void Empty(string folder)
    {
        if (!Directory.Exists(folder)) return;
        if (!File.Exists(Path.Combine(folder, "demo-clock.txt")) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new RuleBroken($"{folder} is not the folder of an earlier demo; --fresh would delete it. Choose another with --data.");
        Directory.Delete(folder, recursive: true);
    }

    private static async Task Begin(WebApplication app, string folder, DateOnly day, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        Console.WriteLine("Loading the network …");
        await Load(app, ct);
        var zone = app.Services.GetRequiredService<Sites>().Current.Zone;
        var pack = PackFolder;
        Console.WriteLine($"Playing the year up to {day.Long()} …");
        var clock = app.Services.GetRequiredService<DemoClock>();
        await app.Services.GetRequiredService<SampleYear>().Play(pack, PlayVerb.Prologue.At(Morning, zone), day.At(Morning, zone), null, ct);
        await clock.MoveTo(day.At(Morning, zone), ct);
    }

    private static async Task GoOn(DemoClock clock, DateTimeOffset now, DateOnly day, CancellationToken ct)
    {
        var wanted = day.At(Morning, TimeZoneInfo.Utc);
        if (wanted < now)
            throw new RuleBroken($"This demo has already reached {now.DateIn(TimeZoneInfo.Utc).Long()}. Use --fresh to start again at {day.Long()}.");
        await clock.MoveTo(wanted, ct);
    }

    internal static string PackFolder => Path.Combine(AppContext.BaseDirectory, "packs/lep-network");

    /// <summary>An up-to-date database with the sample network in it.</summary>
    internal static async Task Load(WebApplication app, CancellationToken ct)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Db>().Database.MigrateAsync(ct);
        // The pack is the first thing that happens in the network's own time, too.
        app.Services.GetRequiredService<NetworkClock>().StopAt(PlayVerb.Prologue.At(Morning, TimeZoneInfo.Utc));
        var report = await scope.ServiceProvider.GetRequiredService<PackImport>().Run(PackFolder, ct);
        if (report.Faults.Count > 0) throw new RuleBroken(string.Join(Environment.NewLine, report.Faults));
    }

    private static void Greet(int port, DateOnly today)
    {
        Console.WriteLine($"""

            It is {today.Long()} in the network. Open http://localhost:{port} as a visitor, or sign in as

            """);
        foreach (var role in Enum.GetValues<Role>())
            Console.WriteLine($"  {role.Code(),-16} http://localhost:{port}/demo/as/{role.Code()}");
        Console.WriteLine("\nPress Ctrl+C to stop.");
    }
}
