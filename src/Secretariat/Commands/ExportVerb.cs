using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;
using Secretariat.Platform.Mailing;

namespace Secretariat.Commands;

/// <summary><c>export person EMAIL FILE.zip</c>: what the program holds about somebody, for them to have.</summary>
public static class ExportVerb
{
    public static Command Command()
    {
        var email = new Argument<string>("EMAIL") { Description = "The person’s e-mail address, or the id in the address of their page." };
        var file = new Argument<string>("FILE.zip") { Description = "The archive to write; it must not exist yet." };
        var person = new Command("person", "Write what is held about a person into an archive: JSON, and their files.") { email, file };
        person.SetAction((parse, ct) => Honestly.Run(async () =>
        {
            await using var app = Application.Build(s => s with { Workers = false });
            await using var scope = app.Services.CreateAsyncScope();
            Console.WriteLine(await Person(scope.ServiceProvider, parse.GetValue(email)!, parse.GetValue(file)!, ct));
            return 0;
        }));
        return new Command("export", "Take data out, in open formats.") { person };
    }

    internal static async Task<string> Person(IServiceProvider services, string email, string file, CancellationToken ct)
    {
        var db = services.GetRequiredService<Db>();
        var records = await SamePerson.Records(db, await Find(db, email, ct), ct);
        if (File.Exists(file)) throw new RuleBroken($"{file} exists already. Choose another name.");
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder) Directory.CreateDirectory(folder);
        var files = 0;
        try
        {
            await using var archive = PrivateFile.Create(file);
            files = await services.GetRequiredService<ExportPerson>().Run(records, archive, ct);
        }
        catch
        {
            File.Delete(file);
            throw;
        }
        db.Note(Actor.Console, "Export person", nameof(Members.People.Person), records[0]);
        await db.SaveUnaudited(ct);
        return $"Wrote what is held about {email}: person.json and {files:N0} {(files == 1 ? "file" : "files")}. Keep {Path.GetFileName(file)} where only they and you can read it.";
    }

    private static async Task<Guid> Find(Db db, string email, CancellationToken ct)
    {
        if (Guid.TryParse(email, out var id))
            return await db.Set<Person>().AnyAsync(p => p.Id == id, ct) ? id : throw new RuleBroken($"There is no person {id}.");
        var key = EmailAddress.Parse(email).Key;
        var found = await db.Set<Person>().Where(p => p.EmailKey == key && p.MergedInto == null).OrderBy(p => p.SortName).Select(p => new { p.Id, p.Name }).ToListAsync(ct);
        return found.Count switch
        {
            1 => found[0].Id,
            0 => throw new RuleBroken($"Nobody here has the address {email}."),
            _ => throw new RuleBroken($"Several people share {email}, and each may have only their own. Say which, by id: {string.Join(", ", found.Select(f => $"{f.Name} {f.Id}"))}."),
        };
    }
}
