using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Imports;
using Secretariat.Platform.Data;

namespace Secretariat.Commands;

/// <summary><c>import people FILE [--dry-run] [--map FILE]</c>: as on the desk, row by row.</summary>
public static class ImportPeopleVerb
{
    private static readonly RowFate[] Told = [RowFate.Refused, RowFate.Perhaps];

    public static Command Command()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A CSV file whose first row names the columns." };
        var dry = new Option<bool>("--dry-run") { Description = "Say what would become of every row, and change nothing." };
        var map = new Option<FileInfo?>("--map") { Description = "A file of lines “heading = column”, where headings are not understood by themselves." };
        var make = new Option<bool>("--make-organisations") { Description = "Make organisations that are not here yet, as stakeholders." };
        var take = new Option<bool>("--take-lookalikes") { Description = "Add people who may be here already under another address or name." };
        var people = new Command("people", "Import people from a CSV file. The desk can undo it as a whole.") { file, dry, map, make, take };
        people.SetAction((parse, ct) => Honestly.Run(async () =>
        {
            await using var app = Application.Build(s => s with { Workers = false });
            await using var scope = app.Services.CreateAsyncScope();
            return await Run(scope.ServiceProvider, parse.GetValue(file)!, parse.GetValue(map), parse.GetValue(dry), parse.GetValue(make), parse.GetValue(take), Console.Out, ct);
        }));
        return people;
    }

    internal static async Task<int> Run(IServiceProvider services, FileInfo file, FileInfo? map, bool dry, bool make, bool take, TextWriter says, CancellationToken ct)
    {
        if (!file.Exists) throw new RuleBroken($"There is no file {file.FullName}.");
        var (db, read, people) = (services.GetRequiredService<Db>(), services.GetRequiredService<ReadPeople>(), services.GetRequiredService<ImportPeople>());
        var import = await read.Run(file.FullName, file.Name, map is null ? null : await Map(map, ct), make, take, Actor.Console, ct);
        if (!import.IsReadable)
        {
            await read.ThrowAway(import.Id, Actor.Console, ct);
            throw new RuleBroken($"{Columns.Missing(import.Columns)} Name it in a file for --map, as “heading = e-mail”. The headings are: {string.Join(", ", import.Headings)}.");
        }
        if (import.Note.Length > 0) await says.WriteLineAsync(import.Note);
        var rows = db.Set<ImportRow>().AsNoTracking().Where(r => r.Import == import.Id && (dry || Told.Contains(r.Fate))).OrderBy(r => r.Number);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct)) await says.WriteLineAsync($"row {row.Number}: {row.Fate.Words()}. {row.Words}");
        if (dry || import.Brings == 0)
        {
            await read.ThrowAway(import.Id, Actor.Console, ct);
            await says.WriteLineAsync($"{import.Counts()}. Nothing was changed.");
            return 0;
        }
        await people.Begin(import.Id, Actor.Console, ct);
        await people.GoOn(import.Id, ct);
        await says.WriteLineAsync($"Imported {import.Brings.People()}: {import.Counts()}. /desk/people/imports/{import.Id} shows them and can undo it.");
        return 0;
    }

    private static async Task<IReadOnlyDictionary<string, Column>> Map(FileInfo file, CancellationToken ct)
    {
        if (!file.Exists) throw new RuleBroken($"There is no file {file.FullName}.");
        var map = new Dictionary<string, Column>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in (await File.ReadAllLinesAsync(file.FullName, ct)).Where(l => l.Trim().Length > 0 && !l.StartsWith('#')))
        {
            var parts = line.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length < 2 || Columns.Recognise(parts[1]) is var column && column == Column.Nothing)
                throw new RuleBroken($"“{line}” is not understood. Write “heading = column”, with one of these columns: {string.Join(", ", Enum.GetValues<Column>().Skip(1).Select(c => c.Words()))}.");
            map[parts[0]] = column;
        }
        return map;
    }
}
