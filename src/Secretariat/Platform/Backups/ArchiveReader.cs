using System.IO.Compression;
using System.Security.Cryptography;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Backups;

/// <summary>An archive that was read through and agrees with its own list of contents, before anything is done with it.</summary>
public sealed class ArchiveReader : IDisposable
{
    private readonly ZipArchive _zip;

    private ArchiveReader(ZipArchive zip, Manifest manifest, string hash) => (_zip, Manifest, Hash) = (zip, manifest, hash);

    public Manifest Manifest { get; }

    /// <summary>Of the list of contents, and by it of everything: what <c>backup</c> printed.</summary>
    public string Hash { get; }

    public static async Task<ArchiveReader> Open(string file, CancellationToken ct)
    {
        if (!File.Exists(file)) throw new RuleBroken($"There is no file {file}.");
        ZipArchive? zip = null;
        try
        {
            zip = ZipFile.OpenRead(file);
            await using var list = (zip.GetEntry(Manifest.Name) ?? throw new RuleBroken($"{Path.GetFileName(file)} is not a backup: it has no list of contents.")).Open();
            using var bytes = new MemoryStream();
            await list.CopyToAsync(bytes, ct);
            var reader = new ArchiveReader(zip, Manifest.Read(bytes.ToArray()), Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray())));
            await reader.Check(ct);
            return reader;
        }
        catch (InvalidDataException)
        {
            zip?.Dispose();
            throw new RuleBroken($"{Path.GetFileName(file)} is damaged or was cut off. Nothing was restored.");
        }
        catch
        {
            zip?.Dispose();
            throw;
        }
    }

    public Stream Read(string name) => _zip.GetEntry(name)?.Open() ?? throw new RuleBroken($"The archive lacks “{name}”. Nothing was restored.");

    public IEnumerable<EntryHash> Under(string folder) => Manifest.Entries.Where(e => e.Name.StartsWith(folder + "/", StringComparison.Ordinal));

    public void Dispose() => _zip.Dispose();

    private async Task Check(CancellationToken ct)
    {
        if (Manifest.Entries.FirstOrDefault(e => e.Name.Contains('\\') || e.Name.Split('/').Any(p => p is "" or "." or "..")) is { } outside)
            throw new RuleBroken($"The archive names a file outside itself (“{outside.Name}”): it was altered. Nothing was restored.");
        var unknown = _zip.Entries.Select(e => e.FullName).Except(Manifest.Entries.Select(e => e.Name)).Where(n => n != Manifest.Name).FirstOrDefault();
        if (unknown is not null) throw new RuleBroken($"The archive holds “{unknown}”, which its list does not name: it was altered. Nothing was restored.");
        foreach (var entry in Manifest.Entries)
        {
            await using var content = Read(entry.Name);
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct)) != entry.Hash)
                throw new RuleBroken($"“{entry.Name}” in the archive is not what was written: the archive was altered or damaged. Nothing was restored.");
        }
    }
}
