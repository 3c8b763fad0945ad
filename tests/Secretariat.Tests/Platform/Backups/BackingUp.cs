using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Backups;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Platform.Backups;

public sealed class BackingUp
{
    [Fact]
    public async Task A_backup_made_while_others_write_restores_to_one_moment_of_it()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        await network.Services.GetRequiredService<FileStore>().Keep("minutes"u8.ToArray(), default);
        using var stop = new CancellationTokenSource();
        var added = 0;
        var writers = Enumerable.Range(0, 4).Select(w => Task.Run(async () =>
        {
            // Each change and its audit entry are one transaction: a copy that is no snapshot tears them apart.
            for (var i = 0; i < 2_000 && !stop.IsCancellationRequested; i++, Interlocked.Increment(ref added)) await network.Has(new Organisation($"W{w}-{i}", $"Writer {w} tab\t{i} \\ line\nend", OrganisationKind.Other));
        })).ToList();
        while (Volatile.Read(ref added) < 20) await Task.Delay(5);
        await Seal(network);

        var archive = Path.Combine(network.Folder, "backup.zip");
        var (made, hash) = await network.In(s => s.GetRequiredService<Backup>().Make(archive, default));
        await Seal(network);
        await stop.CancelAsync();
        await Task.WhenAll(writers);

        await using var other = await Fresh();
        var (restored, found, audit, _) = await other.In(s => s.GetRequiredService<Backup>().Restore(archive, default));
        found.ShouldBe(hash);
        restored.Rows.ShouldBe(made.Rows);
        audit.Holds.ShouldBeTrue(audit.ToString());
        audit.Sealed.ShouldBe(made.Audit.Sealed);
        audit.Sealed.ShouldBeGreaterThan(0);
        var organisations = await other.Db(db => db.Set<Organisation>().CountAsync());
        organisations.ShouldBeGreaterThanOrEqualTo(20);
        organisations.ShouldBeLessThan(await network.Db(db => db.Set<Organisation>().CountAsync()));
        (await other.Db(db => db.Set<AuditEntry>().CountAsync(e => e.RecordType == nameof(Organisation)))).ShouldBe(organisations);
        (await other.Db(db => db.Set<Organisation>().SingleAsync(o => o.Code == "W0-0"))).Name.ShouldBe("Writer 0 tab\t0 \\ line\nend");
        other.Services.GetRequiredService<FileStore>().Open(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("minutes"u8))).ShouldNotBeNull().Dispose();
        // Life goes on in it: new entries get new numbers, and the seal takes them.
        await other.Has(new Organisation("NEW", "New", OrganisationKind.Other));
        // Below the oldest transaction of the whole server, which other tests share.
        do await Seal(other); while (await other.Db(db => db.Set<AuditEntry>().AnyAsync(e => e.Position == null)));
        (await other.Db(db => AuditCheck.Run(db, other.Services.GetRequiredService<AuditSeal>()))).ShouldSatisfyAllConditions(r => r.Holds.ShouldBeTrue(r.ToString()), r => r.NotSealed.ShouldBe(0));
    }

    [Fact]
    public async Task What_is_not_empty_is_not_overwritten()
    {
        await using var network = await TheNetwork.Begin();
        await network.Has(new Organisation("X1", "A", OrganisationKind.Member));
        var archive = Path.Combine(network.Folder, "backup.zip");
        await network.In(s => s.GetRequiredService<Backup>().Make(archive, default));

        (await Refused(network, archive)).ShouldContain("The database is not empty");
        (await Should.ThrowAsync<RuleBroken>(() => network.In(s => s.GetRequiredService<Backup>().Make(archive, default)))).Message.ShouldContain("exists already");
    }

    [Theory]
    [InlineData("cut", "damaged or was cut off")]
    [InlineData("altered entry", "is not what was written")]
    [InlineData("altered list", "are not those that were backed up|is not what was backed up")]
    [InlineData("added entry", "which its list does not name")]
    [InlineData("outside", "outside itself")]
    [InlineData("no list", "is not a backup")]
    [InlineData("other engine", "Restore it into")]
    [InlineData("newer", "newer version")]
    public async Task An_archive_that_is_not_as_it_was_made_is_refused_and_leaves_nothing(string how, string sentence)
    {
        await using var network = await TheNetwork.Begin();
        await network.Has(new Organisation("X1", "A", OrganisationKind.Member));
        await network.Services.GetRequiredService<FileStore>().Keep("minutes"u8.ToArray(), default);
        var archive = Path.Combine(network.Folder, "backup.zip");
        await network.In(s => s.GetRequiredService<Backup>().Make(archive, default));
        Harm(archive, how);

        await using var other = await Fresh();
        var before = Directory.GetFiles(other.Folder, "*", SearchOption.AllDirectories).Order().ToList();
        var said = await Refused(other, archive);

        sentence.Split('|').ShouldContain(s => said.Contains(s), said);
        (await other.Db(db => db.Set<Organisation>().CountAsync())).ShouldBe(0);
        Directory.GetFiles(other.Folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith("-wal") && !f.EndsWith("-shm")).Order().ShouldBe(before.Where(f => !f.EndsWith("-wal") && !f.EndsWith("-shm")));
    }

    [Fact]
    public async Task Keys_of_another_installation_are_not_overwritten()
    {
        await using var network = await TheNetwork.Begin();
        Key(network, "return-path.key", "ours");
        var archive = Path.Combine(network.Folder, "backup.zip");
        await network.In(s => s.GetRequiredService<Backup>().Make(archive, default));
        await using var other = await Fresh();
        Key(other, "return-path.key", "theirs");

        (await Refused(other, archive)).ShouldContain("belongs to another installation");
        File.ReadAllText(Path.Combine(other.Folder, "keys", "return-path.key")).ShouldBe("theirs");
    }

    /// <summary>As for the verb: nothing has been started yet that makes keys.</summary>
    internal static async Task<TheNetwork> Fresh(Func<Settings, Settings>? settings = null, Action<WebApplicationBuilder>? host = null)
    {
        var network = await TheNetwork.Begin(host: host, settings: settings);
        if (Directory.Exists(Path.Combine(network.Folder, "keys"))) Directory.Delete(Path.Combine(network.Folder, "keys"), recursive: true);
        return network;
    }

    private static void Harm(string archive, string how)
    {
        if (how == "cut")
        {
            using var file = File.OpenWrite(archive);
            file.SetLength(file.Length * 2 / 3);
            return;
        }
        using var zip = ZipFile.Open(archive, ZipArchiveMode.Update);
        switch (how)
        {
            case "altered entry": Rewrite(zip, zip.Entries.First(e => e.FullName.StartsWith("files/")).FullName, _ => "other minutes"); break;
            case "altered list": Rewrite(zip, Manifest.Name, list => list.Replace("\"rows\": 1,", "\"rows\": 2,")); break;
            case "added entry": Rewrite(zip, "files/zz/more", _ => "more"); break;
            case "outside": Rewrite(zip, Manifest.Name, list => list.Replace("\"name\": \"files/", "\"name\": \"../files/")); break;
            case "no list": zip.GetEntry(Manifest.Name)!.Delete(); break;
            case "other engine": Rewrite(zip, Manifest.Name, list => TestDatabase.Postgres ? list.Replace("\"postgres\"", "\"sqlite\"") : list.Replace("\"sqlite\"", "\"postgres\"")); break;
            case "newer": Rewrite(zip, Manifest.Name, list => list.Replace("\"format\": 1", "\"format\": 2")); break;
        }
    }

    private static void Rewrite(ZipArchive zip, string name, Func<string, string> change)
    {
        var text = "";
        if (zip.GetEntry(name) is { } old)
        {
            using (var reader = new StreamReader(old.Open())) text = reader.ReadToEnd();
            old.Delete();
        }
        var changed = change(text);
        changed.ShouldNotBe(text);
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(changed);
    }

    private static void Key(TheNetwork network, string name, string content)
    {
        Directory.CreateDirectory(Path.Combine(network.Folder, "keys"));
        File.WriteAllText(Path.Combine(network.Folder, "keys", name), content);
    }

    private static async Task<string> Refused(TheNetwork network, string archive) =>
        (await Should.ThrowAsync<RuleBroken>(() => network.In(s => s.GetRequiredService<Backup>().Restore(archive, default)))).Message;

    private static Task Seal(TheNetwork network) => network.Db(async db =>
    {
        while (await network.Services.GetRequiredService<AuditSeal>().Run(db) == 0 && await db.Set<AuditEntry>().AnyAsync(e => e.Position == null)) await Task.Delay(20);
    });
}
