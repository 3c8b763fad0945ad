using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Backups;

/// <summary><c>backup</c> and <c>restore</c>: database, files, keys and the audit head in one archive.</summary>
public sealed class Backup(IDatabaseCopy database, Db db, Settings settings)
{
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
            await using (var stream = new FileStream(half, FileMode.CreateNew))
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

    public async Task<(Manifest Manifest, string Hash, AuditCheck.Report Audit)> Restore(string file, CancellationToken ct)
    {
        using var archive = await ArchiveReader.Open(file, ct);
        if (archive.Manifest.Engine != database.Engine)
            throw new RuleBroken($"This archive was made from {Name(archive.Manifest.Engine)} and the settings name a database of {Name(database.Engine)}. Restore it into {Name(archive.Manifest.Engine)}.");
        if (!await database.IsEmpty(ct)) throw new RuleBroken("The database is not empty. Restore into an empty one, so that nothing is overwritten.");
        var entries = Folders.SelectMany(archive.Under).Concat(archive.Manifest.Entries.Where(e => e.Name == HeadFile)).ToList();
        foreach (var entry in entries) await RefuseOther(entry, ct);

        var written = new List<string>();
        try
        {
            foreach (var entry in entries.Where(e => !File.Exists(PathOf(e.Name))))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(PathOf(entry.Name))!);
                written.Add(PathOf(entry.Name));
                await using var from = archive.Read(entry.Name);
                await using var to = new FileStream(PathOf(entry.Name), FileMode.CreateNew);
                await from.CopyToAsync(to, ct);
            }
            await database.Restore(archive, ct);
        }
        catch
        {
            foreach (var path in written) File.Delete(path);
            throw;
        }
        return (archive.Manifest, archive.Hash, await AuditCheck.Run(db, new AuditSeal(PathOf(HeadFile)), ct));
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
