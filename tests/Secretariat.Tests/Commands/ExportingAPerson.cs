using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Secretariat.Commands;
using Secretariat.Members.People;
using Secretariat.Planning.ByHand;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Files;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Commands;

public sealed class ExportingAPerson
{
    [Fact]
    public async Task Somebody_gets_what_is_held_about_them_with_their_letters_and_files_and_without_a_way_in()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var greta = await network.Db(db => db.Set<Person>().SingleAsync(p => p.PackKey == "greta-sandpiper"));
        await network.Db(async db =>
        {
            await Letters.Post(db, network.Clock, Notice("Papers for Monday", Priority.Service, greta), default);
            await Letters.Post(db, network.Clock, Notice("123456 is your code", Priority.Account, greta), default);
        });
        await network.Drain();
        var hash = await network.Services.GetRequiredService<FileStore>().Keep("minutes"u8.ToArray(), default);
        var outcome = await network.Db(db => db.Set<Secretariat.Planning.Outcome>().Select(o => o.Id).FirstAsync());
        var day = new DateOnly(2017, 10, 1);
        await network.Has(new HandEvidence(outcome, day, "A meeting", null, new KeptFile(hash, "minutes.txt", "text/plain"), new Actor(greta.Id, greta.Name), network.Now, day));
        var file = Path.Combine(network.Folder, "greta.zip");

        var said = await Export(network, greta.Email, file);

        said.ShouldContain("person.json and 2 files");
        using var zip = ZipFile.OpenRead(file);
        var all = zip.Entries.ToDictionary(e => e.FullName, Text);
        all["person.json"].ShouldContain("greta.sandpiper@aldermouth.example");
        all["person.json"].ShouldContain("President");
        all.Single(e => e.Key.StartsWith("evidence/")).Value.ShouldBe("minutes");
        all.Single(e => e.Key.StartsWith("letters/")).Value.ShouldContain("Papers for Monday");
        all.Values.ShouldAllBe(v => !v.Contains("123456"));
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        (await network.Db(db => db.Set<AuditEntry>().CountAsync(e => e.Verb == "Export person" && e.RecordId == greta.Id))).ShouldBe(1);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_with_a_sentence()
    {
        await using var network = await TheNetwork.Begin();
        await network.Has(new Person("Ada Ash", "office@x1.example"), new Person("Ben Birch", "office@x1.example"), new Person("Cem Cherry", "cem@x1.example"));
        var file = Path.Combine(network.Folder, "person.zip");

        (await Refusal(network, "nobody@x1.example", file)).ShouldContain("Nobody here has the address");
        (await Refusal(network, "office@x1.example", file)).ShouldContain("Several people share");
        File.Exists(file).ShouldBeFalse();
        File.WriteAllText(file, "mine");
        (await Refusal(network, "cem@x1.example", file)).ShouldContain("exists already");
        File.ReadAllText(file).ShouldBe("mine");
    }

    private static OneLetter Notice(string subject, Priority priority, Person to) =>
        new(NoticeComposer.ClassName, "A notice", to.Email, to.Id) { Priority = priority, Words = new LetterWords(subject, $"<p>{subject}</p>", subject) };

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    private static Task<string> Export(TheNetwork network, string email, string file) => network.In(s => ExportVerb.Person(s, email, file, default));

    private static async Task<string> Refusal(TheNetwork network, string email, string file) => (await Should.ThrowAsync<RuleBroken>(() => Export(network, email, file))).Message;
}
