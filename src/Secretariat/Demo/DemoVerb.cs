using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Secretariat.Commands;
using Secretariat.Platform;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Demo;

/// <summary><c>demo</c>: the sample network on this machine, at any day of its year.</summary>
public static class DemoVerb
{
    public static Command Command()
    {
        var asOf = new Option<string>("--as-of") { Description = "The day the demo's clock starts at.", DefaultValueFactory = _ => "2017-10-16" };
        var port = new Option<int>("--port") { Description = "The port on this machine.", DefaultValueFactory = _ => 5080 };
        var data = new Option<string>("--data") { Description = "The folder for the demo's database and files.", DefaultValueFactory = _ => "data/demo" };
        var fresh = new Option<bool>("--fresh") { Description = "Start again from an empty database." };
        var command = new Command("demo", "Load the sample network and open it in a browser's reach.") { asOf, port, data, fresh };
        command.SetAction((parse, ct) => Honestly.Run(() => Run(parse.GetValue(asOf)!, parse.GetValue(port), parse.GetValue(data)!, parse.GetValue(fresh), ct)));
        return command;
    }

    private static async Task<int> Run(string asOf, int port, string data, bool fresh, CancellationToken ct)
    {
        if (!DateOnly.TryParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            throw new RuleBroken($"“{asOf}” is not a date. Write it as 2017-10-16.");
        var folder = Settings.Resolve(data);
        if (fresh && Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        await using var app = Application.Build(s => s with
        {
            Demo = true,
            DataFolder = folder,
            Database = $"Data Source={Path.Combine(folder, "secretariat.db")}",
            Url = new Uri($"http://localhost:{port}"),
        }, demo: true);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Db>().Database.MigrateAsync(ct);
            var report = await scope.ServiceProvider.GetRequiredService<PackImport>().Run(Path.Combine(AppContext.BaseDirectory, "packs/lep-network"), ct);
            if (report.Faults.Count > 0) throw new RuleBroken(string.Join(Environment.NewLine, report.Faults));
        }
        app.Services.GetRequiredService<NetworkClock>().MoveTo(day.At(new TimeOnly(9, 0), TimeZoneInfo.Utc));
        app.Urls.Add($"http://localhost:{port}");
        await app.RunAsync(ct);
        return 0;
    }
}
