using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;

namespace Secretariat.Platform.Backups;

/// <summary><c>backup</c> and <c>restore</c>: database, files, keys and the audit head in one archive.</summary>
public sealed class Backup(IDatabaseCopy database, Db db, IEnumerable<IAfterRestore> features, Settings settings)
{
    /// <summary>Lies in the data folder while a restored database is not yet fit to run.</summary>
    private const string Unfinished = "restore-unfinished.txt";

    private const string HeadFile = "audit-head.txt";
    private static readonly string[] Folders = ["files", "keys"];

    public async Task<(Manifest Manifest, string Hash)> Make(string file, CancellationToken ct)
    {
        if (File.Exists(file)) throw new RuleBroken($"{file} exists already. Choose another name, so that no earlier backup is lost.");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var half = $"{file}.{Guid.NewGuid():N}.part";
        try
        {
            byte[] list;
            Manifest manifest;
            await using (var stream = PrivateFile.Create(half))
            using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
            {
                var archive = new ArchiveWriter(zip);
                var snapshot = await database.Write(archive, ct);
                // After the snapshot: whatever file it names was there before it.
                foreach (var path in Folders.SelectMany(Kept)) await AddFile(archive, path, ct);
                if (await Heads(snapshot.Audit.Sealed, ct) is { Length: > 0 } heads) await archive.Add(HeadFile, new MemoryStream(heads), ct);
                manifest = new Manifest(Manifest.CurrentFormat, database.Engine, TimeProvider.System.GetUtcNow(), snapshot.Migrations, snapshot.Tables, snapshot.Audit, archive.Written);
                list = manifest.Bytes();
                await using var entry = zip.CreateEntry(Manifest.Name).Open();
                await entry.WriteAsync(list, ct);
            }
            File.Move(half, file);
            return (manifest, Convert.ToHexStringLower(SHA256.HashData(list)));
        }
        finally
        {
            File.Delete(half);
        }
    }

    /// <summary>A restore that was killed before it had stopped what must not leave twice: nothing may run on it.</summary>
    public static void RefuseUnfinished(Settings settings)
    {
        if (File.Exists(Path.Combine(settings.DataFolder, Unfinished)))
            throw new RuleBroken($"A restore did not come to its end, and what left after the backup might leave again. Empty the database and {settings.DataFolder}, then restore once more.");
    }

    public async Task<Restored> Restore(string file, CancellationToken ct)
    {
        using var archive = await ArchiveReader.Open(file, ct);
        if (archive.Manifest.Engine != database.Engine)
            throw new RuleBroken($"This archive was made from {Name(archive.Manifest.Engine)} and the settings name a database of {Name(database.Engine)}. Restore it into {Name(archive.Manifest.Engine)}.");
        if (archive.Manifest.Migrations.Except(db.Database.GetMigrations()).Any())
            throw new RuleBroken("The archive’s tables have a shape that this version of the program does not know. Restore it with the version that made it.");
        if (!await database.IsEmpty(ct)) throw new RuleBroken("The database is not empty. Restore into an empty one, so that nothing is overwritten.");
        var entries = Folders.SelectMany(archive.Under).Concat(archive.Manifest.Entries.Where(e => e.Name == HeadFile)).ToList();
        foreach (var entry in entries) await RefuseOther(entry, ct);

        var written = new List<string> { PathOf(Unfinished) };
        try
        {
            Directory.CreateDirectory(settings.DataFolder);
            await File.WriteAllTextAsync(PathOf(Unfinished), "A restore has begun and is not done yet.\n", ct);
            foreach (var entry in entries.Where(e => !File.Exists(PathOf(e.Name))))
            {
                PrivateFile.Folder(Path.GetDirectoryName(PathOf(entry.Name))!);
                written.Add(PathOf(entry.Name));
                await using var from = archive.Read(entry.Name);
                await using var to = PrivateFile.Create(PathOf(entry.Name));
                await from.CopyToAsync(to, ct);
            }
            await database.Restore(archive, ct);
        }
        catch
        {
            foreach (var path in written) File.Delete(path);
            throw;
        }
        var stopped = await StopWhatMayHaveLeft(archive, ct);
        File.Delete(PathOf(Unfinished));
        return new(archive.Manifest, archive.Hash, await AuditCheck.Run(db, new AuditSeal(PathOf(HeadFile)), ct), stopped);
    }

    /// <summary>The restored network believes that it is still the moment of the backup; what has left since must not leave again.</summary>
    private async Task<IReadOnlyList<string>> StopWhatMayHaveLeft(ArchiveReader archive, CancellationToken ct)
    {
        // First opened for writing: a copied SQLite file is no WAL yet, and migrating begins with a look that may not change it.
        await db.Database.OpenConnectionAsync(ct);
        await db.Database.CloseConnectionAsync();
        await db.Database.MigrateAsync(ct);
        return await db.Write(async () =>
        {
            var said = new List<string>();
            foreach (var feature in features.Reverse()) said.AddRange(await feature.Stop(db, ct));
            db.Note(Actor.Console, "Restore a backup", nameof(Backup), Guid.CreateVersion7(), ("Made at", archive.Manifest.MadeAt.ToString("u", CultureInfo.InvariantCulture)), ("Hash", archive.Hash));
            await db.SaveUnaudited(ct);
            return said;
        }, ct);
    }

    private async Task AddFile(ArchiveWriter archive, string path, CancellationToken ct)
    {
        await using var content = File.OpenRead(path);
        await archive.Add(Path.GetRelativePath(settings.DataFolder, path).Replace('\\', '/'), content, ct);
    }

    // A file that is just being written has a second ending until it is whole.
    private IEnumerable<string> Kept(string folder) =>
        !Directory.Exists(PathOf(folder)) ? [] : Directory.EnumerateFiles(PathOf(folder), "*", SearchOption.AllDirectories).Where(f => folder != "files" || !Path.GetFileName(f).Contains('.')).Order(StringComparer.Ordinal);

    /// <summary>The heads up to the snapshot's: a later one would make the restored chain look cut off.</summary>
    private async Task<byte[]> Heads(long @sealed, CancellationToken ct)
    {
        if (!File.Exists(PathOf(HeadFile))) return [];
        var lines = (await File.ReadAllLinesAsync(PathOf(HeadFile), ct)).Where(l => long.TryParse(l.Split(' ')[0], CultureInfo.InvariantCulture, out var position) && position <= @sealed);
        return System.Text.Encoding.ASCII.GetBytes(string.Concat(lines.Select(l => l + "\n")));
    }

    private async Task RefuseOther(EntryHash entry, CancellationToken ct)
    {
        if (!File.Exists(PathOf(entry.Name))) return;
        await using var content = File.OpenRead(PathOf(entry.Name));
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct)) != entry.Hash)
            throw new RuleBroken($"{settings.DataFolder} holds another “{entry.Name}”: it belongs to another installation. Restore with an empty data folder (the setting Data).");
    }

    private string PathOf(string name) => Path.Combine(settings.DataFolder, name);

    private static string Name(string engine) => engine == "sqlite" ? "SQLite" : "PostgreSQL";
}

/// <param name="Stopped">What must not leave a second time and waits for a person now, in sentences.</param>
public sealed record Restored(Manifest Manifest, string Hash, AuditCheck.Report Audit, IReadOnlyList<string> Stopped);
