using System.Security.Cryptography;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Files;

/// <summary>Files on the local disk, each under the hash of its content: the same file twice is one, and a name can never lead astray.</summary>
public sealed class FileStore(Settings settings)
{
    public const int MaxBytes = 10 * 1024 * 1024;

    private readonly string _folder = Path.Combine(settings.DataFolder, "files");

    /// <summary>Reads an upload: its size before its bytes, its kind by its content.</summary>
    public static async Task<(byte[] Content, FileKind Kind)> Read(IFormFile upload, string field, CancellationToken ct)
    {
        if (upload.Length > MaxBytes) throw new RuleBroken($"The file is larger than {MaxBytes / 1024 / 1024} MB. Send a smaller one, or a link to it.", field);
        var content = new byte[upload.Length];
        await using var stream = upload.OpenReadStream();
        await stream.ReadExactlyAsync(content, ct);
        if (Harm.In(content) is { } harm) throw new RuleBroken(harm, field);
        var kind = FileKind.Of(content, upload.FileName) ?? throw new RuleBroken("This kind of file is not taken. A PDF, a picture (PNG or JPEG), a Word, Excel, PowerPoint or OpenDocument file without macros, plain text or CSV is.", field);
        return (content, kind);
    }

    /// <summary>The name as it came, without a path, and with the ending of what it really is.</summary>
    public static string NameOf(IFormFile upload, FileKind kind, string otherwise)
    {
        var name = Path.GetFileNameWithoutExtension(upload.FileName.Replace('\\', '/').Split('/')[^1]);
        // Marks that turn the reading order around would make one ending look like another.
        name = string.Concat(name.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format)).Trim();
        return (name.Length is 0 or > 120 ? otherwise : name) + kind.Extension;
    }

    /// <summary>Keeps the content and returns its hash, by which it is found again.</summary>
    public async Task<string> Keep(byte[] content, CancellationToken ct)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        var path = PathOf(hash);
        if (File.Exists(path)) return hash;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Written beside and then moved: a full disk or a crash leaves no half file under a hash that promises the whole.
        var half = $"{path}.{Guid.NewGuid():N}";
        try
        {
            await File.WriteAllBytesAsync(half, content, ct);
            File.Move(half, path, overwrite: true);
        }
        finally
        {
            File.Delete(half);
        }
        return hash;
    }

    public Stream? Open(string hash) => File.Exists(PathOf(hash)) ? File.OpenRead(PathOf(hash)) : null;

    private string PathOf(string hash) =>
        hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower) ? Path.Combine(_folder, hash[..2], hash) : throw new ArgumentException("That is no hash.", nameof(hash));
}
