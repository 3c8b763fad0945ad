using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Secretariat.Commands;
using Secretariat.Planning.Outcomes;
using Secretariat.Platform;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Demo;

/// <summary><c>play</c>: the sample year instant by instant, without waiting, ending with the plan's table of outcomes.</summary>
public static class PlayVerb
{
    /// <summary>The day the Board first considered the plan of the sample year.</summary>
    public static readonly DateOnly Prologue = new(2016, 12, 14);

    private const string Marker = "play.txt";

    public static Command Command()
    {
        var from = new Option<string>("--from") { Description = "The first day.", DefaultValueFactory = _ => Prologue.Iso() };
        var to = new Option<string>("--to") { Description = "The last day.", DefaultValueFactory = _ => "2018-03-31" };
        var data = new Option<string>("--data") { Description = "The folder for its database; an earlier play in it is replaced.", DefaultValueFactory = _ => "data/play" };
        var command = new Command("play", "Play the sample year through the program's own verbs and print what was delivered.") { from, to, data };
        command.SetAction((parse, ct) => Honestly.Run(() => Run(Day(parse.GetValue(from)!), Day(parse.GetValue(to)!), Settings.Resolve(parse.GetValue(data)!), ct)));
        return command;
    }

    private static DateOnly Day(string typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : throw new RuleBroken($"“{typed}” is not a date. Write it as {Prologue.Iso()}.");

    private static async Task<int> Run(DateOnly from, DateOnly to, string folder, CancellationToken ct)
    {
        if (to < from) throw new RuleBroken($"The play cannot end on {to.Long()}, before it begins on {from.Long()}.");
        Clear(folder);
        var watch = Stopwatch.StartNew();
        await using var app = Application.Build(s => s with { Workers = false, DataFolder = folder, Database = s.Database.Contains("Host=") ? s.Database : $"Data Source={Path.Combine(folder, "secretariat.db")}" });
        await DemoVerb.Load(app, ct);
        var zone = app.Services.GetRequiredService<Sites>().Current.Zone;
        using var progress = new ProgressLine();
        await app.Services.GetRequiredService<SampleYear>().Play(DemoVerb.PackFolder, from.At(new TimeOnly(0, 0), zone), to.At(new TimeOnly(23, 59), zone),
            (at, what) => progress.Show($"{at.DateIn(zone).Plain()}  {what}"), ct);
        progress.Dispose();

        await using var scope = app.Services.CreateAsyncScope();
        await app.Services.GetRequiredService<AuditSeal>().Run(scope.ServiceProvider.GetRequiredService<Db>(), ct);
        Console.WriteLine($"Played {from.Plain()} to {to.Plain()} in {watch.Elapsed.TotalSeconds:F0} s.\n");
        await PrintOutcomes(scope.ServiceProvider, to, ct);
        return 0;
    }

    private static async Task PrintOutcomes(IServiceProvider services, DateOnly to, CancellationToken ct)
    {
        if (await services.GetRequiredService<Standings>().On(to, ct) is not { } standing) return;
        Console.Write(OutcomeTable.Of(standing.Outcomes));
    }

    private static void Clear(string folder)
    {
        var marker = Path.Combine(folder, Marker);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            if (!File.Exists(marker)) throw new RuleBroken($"{folder} is not the folder of an earlier play. Choose another with --data.");
            Directory.Delete(folder, recursive: true);
        }
        Directory.CreateDirectory(folder);
        File.WriteAllText(marker, "This folder belongs to the play and is replaced by the next one.\n");
    }
}
